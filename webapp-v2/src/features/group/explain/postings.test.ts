import type { Expense, Group, Settlement } from '@splitifyd/shared/contract';
import { computeBalances, explainBalance, minor, pairwiseDebts } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { balancePostings, pairPostings } from './postings.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const IDS = ['ada', 'bo', 'cy'];
const members = Object.fromEntries(IDS.map((id) => [id, { id, displayName: id }]));
const people = createPeople({ members } as unknown as Group, null, i18n);

const member = fc.constantFrom(...IDS);
const dated = { id: fc.uuid(), date: fc.constantFrom('2026-01-01', '2026-02-01'), createdAt: fc.nat(9), currency: fc.constant('EUR') };
const expense = fc
  .record({ ...dated, description: fc.constant('x'), parts: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), payer: member })
  .filter(({ parts }) => parts.some(Boolean))
  .map(({ parts, payer, ...rest }) => {
    const amount = minor(parts[0] + parts[1] + parts[2]);
    const shares = { ada: minor(parts[0]), bo: minor(parts[1]), cy: minor(parts[2]) };
    return { ...rest, amount, payers: { [payer]: amount }, shares } as unknown as Expense;
  });
const settlement = fc
  .record({ ...dated, note: fc.constant(''), from: member, to: member, amount: fc.integer({ min: 1, max: 999 }).map(minor) })
  .filter(({ from, to }) => from !== to)
  .map((payment) => payment as unknown as Settlement);

const sumOf = (postings: readonly { effect: number }[]) => postings.reduce((sum, { effect }) => sum + effect, 0);

test('the lines of an explanation add up to the balance, newest first', () => {
  fc.assert(
    fc.property(fc.array(expense), fc.array(settlement), member, (expenses, settlements, memberId) => {
      const postings = balancePostings(explainBalance(memberId, 'EUR', expenses, settlements), people, i18n);
      expect(sumOf(postings)).toBe(computeBalances(expenses, settlements).EUR?.[memberId] ?? 0);
      const dates = postings.map(({ id }) => [...expenses, ...settlements].find((entity) => entity.id === id)?.date ?? '');
      expect(dates).toEqual([...dates].sort().reverse());
    }),
  );
});

test('the lines between two members add up to what one owes the other, and to the opposite the other way round', () => {
  fc.assert(
    fc.property(fc.array(expense), fc.array(settlement), (expenses, settlements) => {
      const rows = expenses.map((of) => ({ expense: of, pending: false }));
      const payments = settlements.map((of) => ({ settlement: of, pending: false }));
      const lines = (from: string, to: string) => sumOf(pairPostings({ from, to, currency: 'EUR' }, rows, payments, people, i18n));
      const debts = pairwiseDebts(expenses, settlements).EUR ?? [];
      for (const { from, to, amount } of debts) expect([lines(from, to), lines(to, from)]).toEqual([amount, 0 - amount]);
    }),
  );
});
