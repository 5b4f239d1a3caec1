import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExpenseRow, SettlementRow } from '../../../stores/group/open-group.ts';
import { entityOf, mergeLines, withoutHoles } from './lines.ts';

const dated = fc.record({
  date: fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01'),
  createdAt: fc.integer({ min: 1, max: 3 }),
  id: fc.uuid(),
});
type Dated = { date: string; createdAt: number; id: string };

const keyOf = ({ date, createdAt, id }: Dated) => `${date} ${createdAt} ${id}`;
const newestFirst = (a: Dated, b: Dated) => (keyOf(a) < keyOf(b) ? 1 : -1);

test('expenses and payments are one list, newest date first, then newest made, then by id, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(dated), fc.array(dated), (expenses, settlements) => {
      const merged = mergeLines(
        expenses.sort(newestFirst).map((expense) => ({ expense, pending: false }) as unknown as ExpenseRow),
        settlements.sort(newestFirst).map((settlement) => ({ settlement, pending: false }) as unknown as SettlementRow),
      );
      expect(merged.map((line) => keyOf(entityOf(line)))).toEqual([...expenses, ...settlements].sort(newestFirst).map(keyOf));
    }),
  );
});

test('older lines are left out where others may be missing between them', () => {
  const lines = ['2026-03-02', '2026-03-01', '2026-02-28'].map((date) => ({ expense: { date }, pending: false }) as unknown as ExpenseRow);
  expect(withoutHoles(lines, '2026-03-01', new Set())).toEqual(lines.slice(0, 2));
  expect(withoutHoles(lines, '', new Set())).toEqual(lines);
});

test('[HIST8] what the reader has just written is shown wherever its date is', () => {
  const dated = (id: string, date: string) => ({ expense: { id, date }, pending: false }) as unknown as ExpenseRow;
  const [newer, older, own] = [dated('a', '2026-03-02'), dated('b', '2026-02-28'), dated('c', '2026-01-31')];
  expect(withoutHoles([newer, older, own], '2026-03-01', new Set(['c']))).toEqual([newer, own]);
});
