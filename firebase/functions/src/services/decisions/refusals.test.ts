import type { Expense, Member, NewExpense, Settlement } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import type { Decide, LedgerState } from '../ledger/change.ts';
import { createExpense, deleteExpense, updateExpense } from './expenses.ts';
import { updateGroup } from './groups.ts';
import { deleteGroup, removeMember } from './leaving.ts';
import { updateMember } from './members.ts';
import { createSettlement, deleteSettlement, updateSettlement } from './settlements.ts';
import { codeOf, gone, groupOf, person, placeholder, state } from './testing/household.ts';

/** What each decision refuses. A refusal that is missing here, or comes too late, would let something in. */

const STAMP = { seq: 50, at: 5000 };
const mara = person('mara', 'admin');
const group = groupOf(mara, person('tove', 'member'), placeholder('jonte'), gone('ylva'));

const money = { amount: minor(900), currency: 'EUR' };
const split = { mode: 'equal' as const, entries: { mara: 1, jonte: 1 } };
const bill = {
  id: 'e',
  description: 'Groceries',
  date: '2026-03-14',
  category: 'food',
  note: '',
  ...money,
  payers: { mara: minor(900) },
  split,
};
const paid = { id: 's', from: 'jonte', to: 'mara', date: '2026-03-14', note: '', ...money };
const authored = { groupId: 'g', createdBy: 'mara', createdAt: 1, updatedBy: 'mara', updatedAt: 1, version: 3, seq: 9, deletedAt: null };
const expense: Expense = { ...bill, ...authored, shares: { mara: minor(450), jonte: minor(450) } };
const settlement: Settlement = { ...paid, ...authored };
const unit = { ...money, payers: bill.payers, split };
const transfer = { from: 'jonte', to: 'mara', ...money };

const ofExpense = (state: Expense | null) => ({ found: state && { kind: 'expense' as const, state }, ifMatch: 3 });
const ofSettlement = (state: Settlement | null) => ({ found: state && { kind: 'settlement' as const, state }, ifMatch: 3 });

const by = (decide: Decide<Member>, more: Partial<LedgerState<Member>> = {}) =>
  codeOf(() => decide({ ...state(group, mara), ...more }, STAMP));

test('[REST7] a new expense names who is there, adds up, and has an id of its own', () => {
  const attempt = (more: Partial<NewExpense>) => by(createExpense({ ...bill, ...more }));
  expect(attempt({})).toBe('done');
  expect(by(createExpense(bill), ofExpense(expense))).toBe('id-in-use');
  for (const id of ['ylva', 'nobody']) {
    expect(attempt({ payers: { [id]: minor(900) } })).toBe('member-unavailable');
    expect(attempt({ split: { mode: 'equal', entries: { [id]: 1 } } })).toBe('member-unavailable');
  }
  expect(attempt({ payers: { mara: minor(899) } })).toBe('invalid-split');
  expect(attempt({ split: { mode: 'exact', entries: { mara: 1, jonte: 1 } } })).toBe('invalid-split');
});

test.for(['amount', 'currency', 'payers', 'split'] as const)(
  '[REST7] [INV11] an edit of %s is one of money: it is checked, and moves balances',
  (field) => {
    const edits = {
      amount: { ...unit, amount: minor(1000), payers: { mara: minor(1000) } },
      currency: { ...unit, currency: 'CHF' },
      payers: { ...unit, payers: { tove: minor(900) } },
      split: { ...unit, split: { mode: 'equal' as const, entries: { mara: 1 } } },
    };
    const change = updateExpense(edits[field])(state(group, mara, ofExpense(expense)), STAMP);
    expect(change?.fields).toContain(field);
    expect(change?.group).toHaveProperty('balances');
    expect(by(updateExpense({ ...edits[field], payers: { nobody: edits[field].amount } }), ofExpense(expense))).toBe('member-unavailable');
    expect(by(updateExpense({ ...edits[field], payers: { mara: minor(1) } }), ofExpense(expense))).toBe('invalid-split');
  },
);

test('[REST7] what an expense named when its member left it may go on naming, and an edit of its text moves nothing', () => {
  const old = {
    ...expense,
    payers: { ylva: minor(900) },
    split: { mode: 'equal' as const, entries: { ylva: 1 } },
    shares: { ylva: minor(900) },
  };
  expect(by(updateExpense({ ...unit, payers: { ylva: minor(900) } }), ofExpense(old))).toBe('done');
  expect(by(updateExpense({ ...unit, payers: { ylva: minor(900) } }), ofExpense(expense))).toBe('member-unavailable');
  const renamed = updateExpense({ description: 'Market' })(state(group, mara, ofExpense(old)), STAMP);
  expect([renamed?.group, renamed?.fields]).toEqual([{}, ['description']]);
});

test('[REST14] a settlement is between two who have a place, and has an id of its own', () => {
  expect(by(createSettlement(paid))).toBe('done');
  expect(by(createSettlement(paid), ofSettlement(settlement))).toBe('id-in-use');
  for (const side of ['from', 'to'] as const) {
    expect(by(createSettlement({ ...paid, [side]: 'nobody' }))).toBe('member-unavailable');
    expect(by(createSettlement({ ...paid, [side]: 'ylva' }))).toBe('done');
    expect(by(updateSettlement({ ...transfer, [side]: 'nobody' }), ofSettlement(settlement))).toBe('member-unavailable');
    expect(by(updateSettlement({ ...transfer, [side]: 'tove' }), ofSettlement(settlement))).toBe('done');
  }
  const change = updateSettlement({ note: 'in cash' })(state(group, mara, ofSettlement(settlement)), STAMP);
  expect([change?.group, change?.fields]).toEqual([{}, ['note']]);
  expect(updateSettlement({ ...transfer, amount: minor(901) })(state(group, mara, ofSettlement(settlement)), STAMP)?.group).toHaveProperty(
    'balances',
  );
});

const other = groupOf(mara, person('tove', 'admin'));
const VERSIONED: [string, (ifMatch: number | undefined) => string, seen: number][] = [
  ['updateExpense', (seen) => by(updateExpense({ note: 'x' }), { ...ofExpense(expense), ifMatch: seen }), 3],
  ['deleteExpense', (seen) => by(deleteExpense, { ...ofExpense(expense), ifMatch: seen }), 3],
  ['updateSettlement', (seen) => by(updateSettlement({ note: 'x' }), { ...ofSettlement(settlement), ifMatch: seen }), 3],
  ['deleteSettlement', (seen) => by(deleteSettlement, { ...ofSettlement(settlement), ifMatch: seen }), 3],
  ['updateGroup', (seen) => by(updateGroup({ name: 'New' }), { ifMatch: seen }), 1],
  ['deleteGroup', (seen) => by(deleteGroup, { ifMatch: seen }), 1],
  ['updateMember', (seen) => by(updateMember('tove', { displayName: 'New' }), { ifMatch: seen }), 1],
  ['removeMember', (seen) => by(removeMember('tove'), { group: other, ifMatch: seen }), 1],
];

test.for(VERSIONED)('[INV9] %s changes what its author has seen, and nothing else', ([, attempt, seen]) => {
  expect([attempt(undefined), attempt(seen - 1), attempt(seen + 1), attempt(seen)]).toEqual([
    'precondition-required',
    'stale-version',
    'stale-version',
    'done',
  ]);
});

test('[REST2] what was deleted, and what never was, is not there to be changed', () => {
  for (const found of [null, { ...expense, deletedAt: 5 }]) {
    expect(by(updateExpense({ note: 'x' }), ofExpense(found))).toBe('not-found');
    expect(by(deleteExpense, ofExpense(found))).toBe('not-found');
  }
  for (const found of [null, { ...settlement, deletedAt: 5 }]) {
    expect(by(updateSettlement({ note: 'x' }), ofSettlement(found))).toBe('not-found');
    expect(by(deleteSettlement, ofSettlement(found))).toBe('not-found');
  }
});

test('[REST5] an edit that makes no difference is no change', () => {
  const nothing = [
    updateExpense({ ...unit, note: '' })(state(group, mara, ofExpense(expense)), STAMP),
    updateSettlement({ ...transfer, note: '' })(state(group, mara, ofSettlement(settlement)), STAMP),
    updateGroup({ name: group.name, settings: { ...group.settings } })(state(group, mara, { ifMatch: 1 }), STAMP),
    updateMember('mara', { displayName: 'mara', role: 'admin' })(state(group, mara, { ifMatch: 1 }), STAMP),
  ];
  expect(nothing).toEqual([null, null, null, null]);
  expect(updateGroup({ name: 'New' })(state(group, mara, { ifMatch: 1 }), STAMP)).toMatchObject({
    fields: ['name'],
    group: { name: 'New', version: 2 },
  });
});

test('[REST31] the last administrator does not leave, and others may', () => {
  expect(by(removeMember('mara'), { ifMatch: 1 })).toBe('last-admin');
  expect(by(removeMember('mara'), { group: other, ifMatch: 1 })).toBe('done');
  expect(by(removeMember('tove'), { actor: person('tove', 'member'), ifMatch: 1 })).toBe('done');
});
