import { type ExpenseNotification, NOTIFICATION_KINDS, type Notification } from '@splitifyd/shared/contract';
import { activeAccounts, farewellOwed } from './audience.ts';
import { partsOf, priorityOf } from './changed-parts.ts';
import type { Announced, AnyNotification, ChangeEntry, GroupHead, Target } from './ports.ts';

/** Expenses that a notification names. */
export const NAMED_EXPENSES = 20;

/** Entries worth reading for one notification: one more than can be named tells that there are more. */
export const ENTRIES_READ = NAMED_EXPENSES + 1;

export interface Observation {
  announced: Announced | null;
  head: GroupHead;
  /** Of `announced.seq < seq ≤ head.seq`; the newest one alone where nothing is announced. */
  entries: readonly ChangeEntry[];
  /** Epoch ms. */
  now: number;
}

/** What a former member may know of the reason for a farewell. */
const UNSPECIFIC = { fields: [] as string[], priority: 'high', userId: null } as const;

/**
 * The notification that follows from what was observed. An `expense-changes` may name no expense: the head moved on for another
 * reason. Leaving it out would let a flush end without a new window, and the next change would wait for a flush that has been.
 */
export function composeNotification(target: Target, observation: Observation): AnyNotification {
  return target.kind === 'group-changes' ? composeGroupChange(target, observation) : composeExpenseChange(target, observation);
}

function composeGroupChange(target: Target, observation: Observation): Notification {
  const { announced, head, entries, now } = observation;
  const farewell = farewellOwed(head.members, announced?.seq ?? 0, now);
  if (farewell !== null) {
    // A deletion is the one reason that all of them may know: it is the last thing that happened to any of them.
    const type = head.deletedAt !== null && farewell.seq === head.seq ? 'deleted' : 'modified';
    return { ...frameOf(target, observation), ...farewell, ...UNSPECIFIC, type };
  }

  const fields = distinct(entries.flatMap(partsOf));
  const created = announced === null && entries.some(({ action }) => action === 'group.created');
  return {
    ...frameOf(target, observation),
    type: head.deletedAt !== null ? 'deleted' : created ? 'created' : 'modified',
    fields,
    priority: sawTooMuch(observation) ? 'high' : priorityOf(fields),
    userId: soleActor(entries, observation),
  };
}

function composeExpenseChange(target: Target, observation: Observation): ExpenseNotification {
  const { announced, head } = observation;
  const entries = observation.entries.filter(({ entity }) => entity.kind === 'expense');
  const sawAll = observation.entries.length === head.seq - (announced?.seq ?? 0);
  const expenseIds = distinct(entries.map(({ entity }) => entity.id));
  return {
    ...frameOf(target, observation),
    type: typeOfExpenseChange(entries),
    fields: distinct(entries.flatMap(({ fields }) => [...fields])),
    priority: sawTooMuch(observation) ? 'high' : priorityOf(entries.flatMap(partsOf)),
    userId: soleActor(entries, observation),
    expenseIds: expenseIds.slice(0, NAMED_EXPENSES),
    truncated: !sawAll || expenseIds.length > NAMED_EXPENSES,
  };
}

/** The part that says how far the group is and when the next word may come. Windows end ever later, since they name their flush. */
function frameOf({ kind, groupId }: Target, { announced, head, now }: Observation) {
  const windowEndsAt = Math.max(now + NOTIFICATION_KINDS[kind].windowMs, (announced?.windowEndsAt ?? 0) + 1);
  return { groupId, seq: head.seq, timestamp: now, windowEndsAt, affectedUsers: activeAccounts(head.members) };
}

function typeOfExpenseChange(entries: readonly ChangeEntry[]): Notification['type'] {
  const actions = new Set(entries.map(({ action }) => action));
  if (actions.size !== 1) return 'modified';
  return actions.has('expense.created') ? 'created' : actions.has('expense.deleted') ? 'deleted' : 'modified';
}

/** More happened than was read, so the unread part counts as urgent and as somebody else's. */
function sawTooMuch({ announced, head, entries }: Observation): boolean {
  return announced !== null && entries.length !== head.seq - announced.seq;
}

function soleActor(entries: readonly ChangeEntry[], observation: Observation): string | null {
  const [first, ...others] = new Set(entries.map(({ actorUserId }) => actorUserId));
  return others.length > 0 || sawTooMuch(observation) ? null : (first ?? null);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
