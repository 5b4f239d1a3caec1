import type { ChangesPage } from '@splitifyd/shared/contract';
import type { ChangeOf, QueuedChange } from '../../local-db/queued-change.ts';
import type { Call } from '../api.ts';

/** Sends a queued change under its mutation id, so that sending it again has no second effect. @throws ApiProblem, Unreachable */
export function sendChange(call: Call, queued: QueuedChange, signal: AbortSignal): Promise<ChangesPage> {
  const { change } = queued;
  return change.kind === 'expense' ? sendExpense(call, queued, change, signal) : sendSettlement(call, queued, change, signal);
}

function sendExpense(
  call: Call,
  { mutationId: idempotencyKey, groupId, entityId: expenseId }: QueuedChange,
  change: ChangeOf<'expense'>,
  signal: AbortSignal,
): Promise<ChangesPage> {
  const params = { groupId, expenseId };
  switch (change.action) {
    case 'create':
      return call('createExpense', { params, body: { id: expenseId, ...change.draft }, idempotencyKey }, signal);
    case 'update':
      return call('updateExpense', { params, body: change.edit, idempotencyKey, ifMatch: change.version }, signal);
    case 'delete':
      return call('deleteExpense', { params, idempotencyKey, ifMatch: change.version }, signal);
  }
}

function sendSettlement(
  call: Call,
  { mutationId: idempotencyKey, groupId, entityId: settlementId }: QueuedChange,
  change: ChangeOf<'settlement'>,
  signal: AbortSignal,
): Promise<ChangesPage> {
  const params = { groupId, settlementId };
  switch (change.action) {
    case 'create':
      return call('createSettlement', { params, body: { id: settlementId, ...change.draft }, idempotencyKey }, signal);
    case 'update':
      return call('updateSettlement', { params, body: change.edit, idempotencyKey, ifMatch: change.version }, signal);
    case 'delete':
      return call('deleteSettlement', { params, idempotencyKey, ifMatch: change.version }, signal);
  }
}
