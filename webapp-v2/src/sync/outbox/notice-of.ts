import { type Expense, type ProblemCode, type Settlement, withoutUndefined } from '@splitifyd/shared/contract';
import type { EntityKind } from '../../local-db/ledger.ts';
import type { ChangeOf, LedgerChange, Notice, NoticeOf, QueuedChange } from '../../local-db/queued-change.ts';

/** Why changes were refused, with what the answer says. */
export interface Refusal {
  code: ProblemCode;
  /** The entity as the server has it. */
  current?: unknown;
  /** Of a group that its reader can look at no more. */
  groupName?: string;
}

/**
 * What the user is told of changes that were refused. A new entity whose creation was refused is offered again as it was
 * last typed, in one notice; where its author had deleted it already, there is nothing to tell.
 */
export function noticesOf(changes: readonly QueuedChange[], refusal: Refusal): Notice[] {
  const created = new Map<string, QueuedChange>();
  const others: QueuedChange[] = [];
  for (const queued of changes) {
    const creation = created.get(queued.entityId);
    if (queued.change.action === 'create') created.set(queued.entityId, queued);
    else if (!creation) others.push(queued);
    else if (queued.change.action === 'delete') created.delete(queued.entityId);
    else created.set(queued.entityId, { ...creation, change: folded(creation.change, queued.change) });
  }
  const noted = new Set([...created.values(), ...others].map(({ mutationId }) => mutationId));
  const inOrder = changes.filter(({ mutationId }) => noted.has(mutationId));
  return inOrder.map((queued) => noticeOf(created.get(queued.entityId) ?? queued, refusal));
}

/** A creation as if its later edit had been typed at once. */
function folded(creation: LedgerChange, edit: LedgerChange): LedgerChange {
  if (creation.action !== 'create' || edit.action !== 'update') return creation;
  if (creation.kind === 'expense' && edit.kind === 'expense') {
    return { ...creation, draft: { ...creation.draft, ...withoutUndefined(edit.edit) } };
  }
  if (creation.kind === 'settlement' && edit.kind === 'settlement') {
    return { ...creation, draft: { ...creation.draft, ...withoutUndefined(edit.edit) } };
  }
  return creation;
}

function noticeOf({ mutationId: id, groupId, entityId, change }: QueuedChange, { code, current, groupName }: Refusal): Notice {
  const shared = { id, groupId, entityId, action: change.action, code, ...(groupName !== undefined && { groupName }) };
  return change.kind === 'expense'
    ? { ...shared, kind: 'expense', ...typed(change), ...(isExpense(current) && { current }) }
    : { ...shared, kind: 'settlement', ...typed(change), ...(isSettlement(current) && { current }) };
}

function typed<Kind extends EntityKind>(change: ChangeOf<Kind>): Pick<NoticeOf<Kind>, 'draft' | 'base'> {
  if (change.action === 'create') return { draft: change.draft };
  if (change.action === 'delete') return {};
  const { edit, base } = change;
  return { draft: edit, ...(base && { base }) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isExpense = (value: unknown): value is Expense => isObject(value) && 'payers' in value;
const isSettlement = (value: unknown): value is Settlement => isObject(value) && 'from' in value && 'to' in value;
