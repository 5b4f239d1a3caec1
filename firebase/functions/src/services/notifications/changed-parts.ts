import type { Priority } from '@splitifyd/shared/contract';
import type { ChangeEntry } from './ports.ts';

/** Fields of an expense or settlement that move money. They change together, but one of them is enough to tell. */
const MONEY_FIELDS = new Set(['amount', 'currency', 'payers', 'split', 'from', 'to']);

const URGENT_PARTS = new Set(['balances', 'members']);
const NOTICEABLE_PARTS = new Set(['name', 'description', 'currency', 'expenses', 'settlements']);

/** Names the parts of a group that one change touched: `balances`, `members`, `expenses`, `settlements`, `invites`, or the group's own fields. */
export function partsOf(entry: ChangeEntry): readonly string[] {
  switch (entry.entity.kind) {
    case 'group':
      return entry.action === 'group.updated' ? entry.fields : ['members', ...entry.fields];
    case 'member':
      return ['members'];
    case 'invite':
      return ['invites'];
    case 'expense':
      return movesMoney(entry) ? ['balances', 'expenses'] : ['expenses'];
    case 'settlement':
      return movesMoney(entry) ? ['balances', 'settlements'] : ['settlements'];
  }
}

function movesMoney(entry: ChangeEntry): boolean {
  const isEdit = entry.action === 'expense.updated' || entry.action === 'settlement.updated';
  return !isEdit || entry.fields.some((field) => MONEY_FIELDS.has(field));
}

/** How soon a reader should look: at once where money or members changed, soon where something visible did, at leisure otherwise. */
export function priorityOf(parts: Iterable<string>): Priority {
  let priority: Priority = 'low';
  for (const part of parts) {
    if (URGENT_PARTS.has(part)) return 'high';
    if (NOTICEABLE_PARTS.has(part)) priority = 'medium';
  }
  return priority;
}
