import type { Expense, ProblemCode, Settlement } from '@splitifyd/shared/contract';
import type { EntityKind } from '../local-db/ledger.ts';
import type { ChangeOf, Notice, QueuedChange } from '../local-db/queued-change.ts';

/** What the user is told of a change that was refused. `current` is the answer's, where it came with one. */
export function noticeOf({ mutationId: id, groupId, entityId, change }: QueuedChange, code: ProblemCode, current: unknown): Notice {
  const told = { id, groupId, entityId, action: change.action, code };
  return change.kind === 'expense'
    ? { ...told, kind: 'expense', ...typed(change), ...(isExpense(current) && { current }) }
    : { ...told, kind: 'settlement', ...typed(change), ...(isSettlement(current) && { current }) };
}

function typed<Kind extends EntityKind>(change: ChangeOf<Kind>) {
  if (change.action === 'create') return { draft: change.draft };
  return change.action === 'update' ? { draft: change.edit } : {};
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isExpense = (value: unknown): value is Expense => isObject(value) && 'payers' in value;
const isSettlement = (value: unknown): value is Settlement => isObject(value) && 'from' in value && 'to' in value;
