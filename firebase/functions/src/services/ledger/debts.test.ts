import type { Expense, Member } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createGroup } from '../decisions/groups.ts';
import type { DebtReader } from '../ports.ts';
import type { Change, LedgerState } from './change.ts';
import { createDebtRebuild } from './debt-rebuild.ts';
import { createDebts, MOST_DEBTS } from './debts.ts';

const { group } = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  { id: 'm', userId: 'u', requestHash: '', ifMatch: undefined },
  1000,
);
const raw = { ...group, settings: { simplifyDebts: false } };

const expense: Expense = {
  id: 'e',
  groupId: 'g',
  description: 'Groceries',
  date: '2026-03-14',
  amount: minor(1000),
  currency: 'EUR',
  category: 'food',
  payers: { mara: minor(1000) },
  split: { mode: 'exact', entries: { jonte: 1000 } },
  shares: { jonte: minor(1000) },
  note: '',
  createdBy: 'mara',
  createdAt: 1,
  updatedBy: 'mara',
  updatedAt: 1,
  version: 1,
  seq: 2,
  deletedAt: null,
};

function readerOf(debts: Awaited<ReturnType<DebtReader['get']>>) {
  const reads: string[] = [];
  const reader: DebtReader = {
    get: async () => {
      reads.push('debts');
      return debts;
    },
    withGroup: async () => ({ group: null, debts }),
    async *history() {
      reads.push('history');
      yield { expenses: [], settlements: [] };
    },
  };
  const follow = createDebts(reader, createDebtRebuild(reader, { now: () => 0, sleep: async () => {} }));
  return { follow: (state: LedgerState<unknown>, change: Change) => follow(state, change, 'u'), reads };
}

const stateOf = (state: typeof group): LedgerState<Member | null> => ({
  group: state,
  actor: null,
  found: null,
  ifMatch: undefined,
});
const spending = (state: Expense, more: Partial<Change['group']> = {}): Change => ({
  group: more,
  actorId: 'mara',
  action: 'expense.created',
  fields: [],
  entity: { kind: 'expense', state },
});

test('[REST16] a group that simplifies has nothing to follow, and reads nothing for it', async () => {
  const { follow, reads } = readerOf({});
  expect(await follow(stateOf(group), spending(expense))).toBeUndefined();
  expect(reads).toEqual([]);
});

test('[REST16] a change reads the debts alone, whatever the history holds', async () => {
  const { follow, reads } = readerOf({ EUR: [{ from: 'mara', to: 'jonte', amount: minor(300) }] });
  expect(await follow(stateOf(raw), spending(expense))).toEqual({ EUR: [{ from: 'jonte', to: 'mara', amount: 700 }] });
  expect(reads).toEqual(['debts']);
});

test('[REST16] a change that would need more room than a document has is refused', async () => {
  const many = Array.from({ length: MOST_DEBTS }, (_, index) => ({ from: `a${index}`, to: `b${index}`, amount: minor(1) }));
  const { follow } = readerOf({ JPY: many });
  await expect(follow(stateOf(raw), spending(expense))).rejects.toMatchObject({ code: 'invalid-request' });
});

test('[PAIR5] a change that would make the debt of a pair inexact is refused', async () => {
  const { follow } = readerOf({ EUR: [{ from: 'jonte', to: 'mara', amount: minor(Number.MAX_SAFE_INTEGER) }] });
  await expect(follow(stateOf(raw), spending(expense))).rejects.toMatchObject({ code: 'invalid-request' });
});

test('[REST16] the largest document of debts stays well below what Firestore takes', () => {
  const id = '01234567-89ab-4def-8123-456789abcdef';
  const bytesPerDebt = Buffer.byteLength(`from${id}to${id}amount`) + 3 * 2 + 8 + 32;
  expect(MOST_DEBTS * bytesPerDebt).toBeLessThan(900_000);
});
