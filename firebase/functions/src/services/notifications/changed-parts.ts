import { movesMoney, type Priority } from '@splitifyd/shared/contract';
import type { ChangeEntry } from './ports.ts';

const URGENT_PARTS = new Set(['balances', 'members']);
const NOTICEABLE_PARTS = new Set(['name', 'description', 'currency', 'expenses', 'settlements']);

/** Names the parts of a group that one change touched: `balances`, `members`, `expenses`, `settlements`, `invites`, or the group's own fields. */
export function partsOf(entry: ChangeEntry): readonly string[] {
  const { kind } = entry.entity;
  switch (kind) {
    case 'group':
      return entry.action === 'group.updated' ? entry.fields : ['members', ...entry.fields];
    case 'member':
      return ['members'];
    case 'invite':
      return ['invites'];
    case 'expense':
    case 'settlement':
      return entry.action !== `${kind}.updated` || movesMoney(kind, entry.fields) ? ['balances', `${kind}s`] : [`${kind}s`];
  }
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
