import type { ChangesPage } from '@splitifyd/shared/contract';
import type { QueuedChange } from '../local-db/queued-change.ts';
import type { Call } from './api.ts';

/** Sends a queued change under its mutation id, so that sending it again has no second effect. @throws ApiProblem, Unreachable */
export function sendChange(
  call: Call,
  { mutationId, groupId, expenseId, change }: QueuedChange,
  signal: AbortSignal,
): Promise<ChangesPage> {
  switch (change.action) {
    case 'create':
      return call('createExpense', { params: { groupId }, body: { id: expenseId, ...change.draft }, idempotencyKey: mutationId }, signal);
    case 'update':
      return call(
        'updateExpense',
        { params: { groupId, expenseId }, body: change.edit, idempotencyKey: mutationId, ifMatch: change.version },
        signal,
      );
    case 'delete':
      return call('deleteExpense', { params: { groupId, expenseId }, idempotencyKey: mutationId, ifMatch: change.version }, signal);
  }
}
