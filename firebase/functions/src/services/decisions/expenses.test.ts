import type { Expense, ExpenseEdit, Member, NewExpense } from '@splitifyd/shared/contract';
import { computeBalances, minor } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, LedgerState } from '../ledger/change.ts';
import { admit } from '../membership.ts';
import type { StoredGroup } from '../ports.ts';
import { createExpense, deleteExpense, updateExpense } from './expenses.ts';
import { createGroup } from './groups.ts';
import { addMember } from './members.ts';

const USER = 'account-of-mara';
const mutation = { id: 'm', userId: USER, requestHash: '', ifMatch: undefined };
const founded = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  mutation,
  1000,
).group;
const group = [
  { id: 'jonte', displayName: 'Jonte' },
  { id: 'ylva', displayName: 'Ylva' },
].reduce((state, member) => applied(state, addMember(member)(stateOf(state, null), stampOf(state))), founded);
const MEMBERS = ['mara', 'jonte', 'ylva'];

function stateOf(state: StoredGroup, expense: Expense | null, ifMatch = expense?.version): LedgerState<Member> {
  const found = expense && { kind: 'expense' as const, state: expense };
  return { group: state, actor: admit('createExpense', state, USER).actor, found, ifMatch };
}

function stampOf(state: StoredGroup) {
  return { seq: state.seq + 1, at: state.lastActivityAt + 1 };
}

function applied(state: StoredGroup, change: Change | null): StoredGroup {
  return change ? { ...state, ...change.group, seq: state.seq + 1, lastActivityAt: state.lastActivityAt + 1 } : state;
}

const expenseIn = (change: Change | null): Expense => {
  if (change?.entity.kind !== 'expense') throw new Error('no expense in this change');
  return change.entity.state;
};

const someMembers = fc.subarray(MEMBERS, { minLength: 1 });
const money = fc
  .record({
    cents: fc.integer({ min: 1, max: 1e11 }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    payer: fc.constantFrom(...MEMBERS),
    among: someMembers,
  })
  .map(({ cents, currency, payer, among }) => ({
    amount: minor(cents),
    currency,
    payers: { [payer]: minor(cents) },
    split: { mode: 'shares' as const, entries: Object.fromEntries(among.map((id, index) => [id, index + 1])) },
  }));
const body = (more: Partial<NewExpense>): NewExpense => ({
  id: 'e',
  description: 'Groceries',
  date: '2026-03-14',
  amount: minor(900),
  currency: 'EUR',
  category: 'general',
  payers: { mara: minor(900) },
  split: { mode: 'equal', entries: { mara: 1, jonte: 1, ylva: 1 } },
  note: '',
  ...more,
});
const step = fc.record({ what: fc.constantFrom('create', 'update', 'delete'), which: fc.nat(), money });

test('[INV11] through any history the balances are those of a recomputation, and sum to zero', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = group;
      const expenses: Expense[] = [];
      for (const { what, which, money: changed } of steps) {
        const index = expenses.length ? which % expenses.length : 0;
        const target = expenses[index];
        const decide =
          what === 'create' || !target
            ? createExpense(body({ id: `e${state.seq}`, ...changed }))
            : what === 'update'
              ? updateExpense(changed)
              : deleteExpense;
        const existing = what === 'create' ? null : (target ?? null);
        const change = decide(stateOf(state, existing), stampOf(state));
        state = applied(state, change);
        if (!change) continue;
        if (existing) expenses.splice(index, 1);
        if (change.action !== 'expense.deleted') expenses.push(expenseIn(change));
      }
      expect(state.balances).toEqual(computeBalances(expenses, []));
      expect(state.expenseCount).toBe(expenses.length);
      for (const balances of Object.values(state.balances)) expect(Object.values(balances).reduce((sum, part) => sum + part, 0)).toBe(0);
    }),
  );
});

const created = createExpense(body({}))(stateOf(group, null), stampOf(group));
const after = applied(group, created);
const edit = (fields: ExpenseEdit, ifMatch = 1) => updateExpense(fields)(stateOf(after, expenseIn(created), ifMatch), stampOf(after));

test('an edit bumps version and seq, says who and when, and leaves the authorship of the creation', () => {
  const expense = expenseIn(edit({ note: 'for the week' }));
  expect(expense).toMatchObject({ version: 2, seq: after.seq + 1, updatedBy: 'mara', createdBy: 'mara', createdAt: after.lastActivityAt });
});

test('fields name what differs, not what was sent', () => {
  expect(edit({ description: 'Groceries', note: 'x' })?.fields).toEqual(['note']);
  expect(edit({ description: 'Groceries' })).toBeNull();
  const { amount, currency, payers } = body({});
  expect(edit({ amount, currency, payers, split: { mode: 'equal', entries: { ylva: 1, jonte: 1, mara: 1 } } })).toBeNull();
});

test('[INV9] an edit without a version, or of another one, is refused', () => {
  expect(() => updateExpense({ note: 'x' })({ ...stateOf(after, expenseIn(created)), ifMatch: undefined }, stampOf(after))).toThrow(
    expect.objectContaining({ code: 'precondition-required' }),
  );
  expect(() => edit({ note: 'x' }, 2)).toThrow(
    expect.objectContaining({ code: 'stale-version', details: { current: expenseIn(created) } }),
  );
});

test('a balance that would no longer be exact is refused, not rounded', () => {
  const brink: StoredGroup = {
    ...group,
    balances: { EUR: { mara: minor(Number.MAX_SAFE_INTEGER), jonte: minor(-Number.MAX_SAFE_INTEGER) } },
  };
  const spend = createExpense(body({ split: { mode: 'equal', entries: { jonte: 1 } } }));
  expect(() => spend(stateOf(brink, null), stampOf(brink))).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});
