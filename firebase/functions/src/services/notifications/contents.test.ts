import type { Action, EntityState } from '@splitifyd/shared/contract';
import { describe, expect, test } from 'vitest';
import type { Revision } from '../ports.ts';
import { composeNotification, ENTRIES_READ, NAMED_EXPENSES, type Observation } from './contents.ts';
import type { AnyNotification, ChangeEntry, GroupHead, HeadMember } from './ports.ts';

const NOW = 1_000_000;
const al: HeadMember = { status: 'active', userId: 'al', joinedSeq: 1, leftSeq: null, leftAt: null };

const entry = (seq: number, kind: EntityState['kind'], action: Action, fields: string[] = [], actorUserId = 'al'): ChangeEntry => ({
  seq,
  actorUserId,
  action,
  fields,
  entity: { kind, id: `${kind}-${seq}` },
});

function compose(
  kind: 'group-changes' | 'expense-changes',
  entries: ChangeEntry[],
  rest: { after?: number; head?: Partial<GroupHead> } = {},
) {
  const last = entries.at(-1)?.seq ?? 0;
  const observation: Observation = {
    announced: rest.after === undefined ? null : { seq: rest.after, windowEndsAt: NOW - 1, revision: '1' as Revision },
    head: { seq: last, members: [al], deletedAt: null, ...rest.head },
    entries,
    now: NOW,
  };
  return composeNotification({ kind, groupId: 'g' }, observation);
}

const expensesOf = (notification: AnyNotification) => ('expenseIds' in notification ? notification : undefined);
const manyExpenses = (count: number) => Array.from({ length: count }, (_, nth) => entry(nth + 5, 'expense', 'expense.created'));

describe('group-changes', () => {
  test('[NTF1] says how far the group is, since when, to whom, and when the next word may come', () => {
    expect(compose('group-changes', [entry(5, 'expense', 'expense.created')], { after: 4 })).toEqual({
      groupId: 'g',
      seq: 5,
      timestamp: NOW,
      windowEndsAt: NOW + 500,
      type: 'modified',
      fields: ['balances', 'expenses'],
      priority: 'high',
      userId: 'al',
      affectedUsers: ['al'],
    });
  });

  test('[NTF3] a window ends later than any before it, since it names a flush', () => {
    const announced = { seq: 4, windowEndsAt: NOW + 9_000, revision: '1' as Revision };
    const observation = { announced, head: { seq: 5, members: [al], deletedAt: null }, entries: [], now: NOW };
    expect(composeNotification({ kind: 'group-changes', groupId: 'g' }, observation).windowEndsAt).toBe(NOW + 9_001);
  });

  const PRIORITIES: [priority: string, ...entries: ChangeEntry[]][] = [
    ['high', entry(5, 'expense', 'expense.deleted')],
    ['high', entry(5, 'expense', 'expense.updated', ['amount', 'note'])],
    ['high', entry(5, 'member', 'member.joined')],
    ['high', entry(5, 'invite', 'invite.created'), entry(6, 'member', 'member.added')],
    ['medium', entry(5, 'expense', 'expense.updated', ['description'])],
    ['low', entry(5, 'invite', 'invite.created')],
  ];
  test.for(PRIORITIES)('[NTF6] priority %s', ([priority, ...entries]) => {
    expect(compose('group-changes', entries, { after: 4 }).priority).toBe(priority);
  });

  test('[NTF6] changes of several people are nobody’s in particular', () => {
    const entries = [entry(5, 'invite', 'invite.created', [], 'al'), entry(6, 'invite', 'invite.created', [], 'bo')];
    expect(compose('group-changes', entries, { after: 4 }).userId).toBeNull();
  });

  test('[NTF6] what was not read counts as urgent and as somebody else’s', () => {
    const notification = compose('group-changes', [entry(5, 'invite', 'invite.created')], { after: 4, head: { seq: 90 } });
    expect(notification).toMatchObject({ seq: 90, priority: 'high', userId: null });
  });

  test('[NTF6] its type tells a new group and a deleted one', () => {
    expect(compose('group-changes', [entry(1, 'group', 'group.created')])).toMatchObject({ type: 'created', priority: 'high' });
    expect(compose('group-changes', [entry(5, 'invite', 'invite.created')], { after: 4, head: { deletedAt: NOW } }).type).toBe('deleted');
  });

  test('[NTF8] the deletion of a group is the farewell of all, and says so; an earlier leaving does not', () => {
    const gone = (userId: string, leftSeq: number): HeadMember => ({ ...al, userId, status: 'left', leftSeq, leftAt: NOW - 10 });
    const head = { members: [gone('al', 5), gone('bo', 5), gone('cy', 3)], deletedAt: NOW - 10 };
    const deletion = entry(5, 'group', 'group.deleted');
    expect(compose('group-changes', [deletion], { after: 3, head })).toMatchObject({
      type: 'deleted',
      seq: 5,
      priority: 'high',
      userId: null,
      fields: [],
      affectedUsers: ['al', 'bo'],
    });
    expect(compose('group-changes', [entry(3, 'member', 'member.left'), deletion], { after: 2, head })).toMatchObject({
      type: 'modified',
      seq: 3,
      affectedUsers: ['al', 'bo', 'cy'],
    });
  });

  test('[NTF8] [INV12] a farewell tells that something ended and nothing else', () => {
    const gone: HeadMember = { ...al, status: 'left', userId: 'gone', leftSeq: 5, leftAt: NOW };
    const entries = [entry(5, 'member', 'member.added', ['status'], 'bo'), entry(6, 'expense', 'expense.created', [], 'bo')];
    expect(compose('group-changes', entries, { after: 4, head: { members: [al, gone] } })).toMatchObject({
      seq: 5,
      type: 'modified',
      fields: [],
      userId: null,
      affectedUsers: ['al', 'gone'],
    });
  });
});

describe('expense-changes', () => {
  test('[NTF9] names the expenses that changed, what of them, and nothing of the rest', () => {
    const entries = [
      entry(5, 'expense', 'expense.updated', ['note']),
      entry(6, 'member', 'member.added', ['displayName'], 'bo'),
      entry(7, 'expense', 'expense.updated', ['category', 'note']),
    ];
    expect(compose('expense-changes', entries, { after: 4 })).toMatchObject({
      seq: 7,
      windowEndsAt: NOW + 300,
      type: 'modified',
      fields: ['category', 'note'],
      priority: 'medium',
      userId: 'al',
      expenseIds: ['expense-5', 'expense-7'],
      truncated: false,
    });
  });

  test('[NTF9] several changes of one expense name it once', () => {
    const again = { ...entry(6, 'expense', 'expense.updated', ['note']), entity: { kind: 'expense' as const, id: 'expense-5' } };
    const notification = compose('expense-changes', [entry(5, 'expense', 'expense.created'), again], { after: 4 });
    expect(expensesOf(notification)?.expenseIds).toEqual(['expense-5']);
  });

  test(`[NTF9] names ${NAMED_EXPENSES} expenses at most and says when there are more`, () => {
    const all = compose('expense-changes', manyExpenses(NAMED_EXPENSES), { after: 4 });
    expect(expensesOf(all)).toMatchObject({ truncated: false, expenseIds: { length: NAMED_EXPENSES } });
    const tooMany = compose('expense-changes', manyExpenses(ENTRIES_READ), { after: 4 });
    expect(expensesOf(tooMany)).toMatchObject({ truncated: true, expenseIds: { length: NAMED_EXPENSES } });
  });

  test('[NTF9] where nothing was announced before, only the newest change is known', () => {
    expect(compose('expense-changes', [entry(9, 'expense', 'expense.deleted')])).toMatchObject({
      type: 'deleted',
      expenseIds: ['expense-9'],
      truncated: true,
    });
  });

  test('[NTF8] a farewell is none of its business', () => {
    const gone: HeadMember = { ...al, status: 'left', userId: 'gone', leftSeq: 5, leftAt: NOW };
    const notification = compose('expense-changes', [entry(5, 'expense', 'expense.created')], { after: 4, head: { members: [al, gone] } });
    expect(notification.affectedUsers).toEqual(['al']);
  });
});
