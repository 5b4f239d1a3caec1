import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEffect, type Balances, computeBalances, type LedgerSettlement, settlementEffect } from './balance.ts';
import { minor } from './money.ts';
import { settle, settleAll, type Transfer, UnbalancedBalances } from './settlement.ts';
import { reordered } from './testing/arbitraries.ts';

/** Balances of m0, m1, …; the last of them takes whatever the others leave. */
function balancesOf(values: readonly number[]): Balances {
  const all = [...values, -values.reduce((sum, value) => sum + value, 0)];
  return Object.fromEntries(all.map((value, index) => [`m${index}`, minor(value)]));
}

const smallGroup = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 7 }).map(balancesOf);
const middleGroup = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 8, maxLength: 13 }).map(balancesOf);
const largeGroup = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 24, maxLength: 99 }).map(balancesOf);
const anyGroup = fc.oneof(
  { weight: 6, arbitrary: smallGroup },
  { weight: 3, arbitrary: middleGroup },
  { weight: 1, arbitrary: largeGroup },
);

const peopleIn = (balances: Balances): number => Object.values(balances).filter((balance) => balance !== 0).length;

/** Depth-first over every way to end the first open balance: the fewest transfers, found without the theory of groups. */
function fewestByBruteForce(values: readonly number[]): number {
  const [first, ...rest] = values.filter((value) => value !== 0);
  if (first === undefined) return 0;
  const tries = rest.flatMap((value, index) => (value * first < 0 ? [fewestByBruteForce(rest.with(index, value + first))] : []));
  return 1 + Math.min(...tries);
}

function transfersOfLargestFirst(values: readonly number[]): number {
  const open = values.filter((value) => value !== 0).sort((a, b) => a - b);
  const [debtor, creditor] = [open.at(0), open.at(-1)];
  if (debtor === undefined || creditor === undefined) return 0;
  const paid = Math.min(-debtor, creditor);
  return 1 + transfersOfLargestFirst([debtor + paid, ...open.slice(1, -1), creditor - paid]);
}

const asSettlement = (transfer: Transfer): LedgerSettlement => ({ ...transfer, currency: 'EUR' });

describe('settle', () => {
  test('[SET1] paying every suggestion brings every balance to 0', () => {
    fc.assert(
      fc.property(anyGroup, (balances) => {
        const before = addEffect({}, 'EUR', balances, 1);
        const after = settle(balances).reduce(
          (all, transfer) => addEffect(all, 'EUR', settlementEffect(asSettlement(transfer)), 1),
          before,
        );
        expect(after).toEqual({});
      }),
    );
  });

  test('[SET2] up to 20 people: as few transfers as brute force finds', () => {
    fc.assert(
      fc.property(smallGroup, (balances) => {
        expect(settle(balances)).toHaveLength(fewestByBruteForce(Object.values(balances)));
      }),
      { numRuns: 500 },
    );
  });

  test('[SET3] at most people − 1 transfers, none of 0, none to oneself, no pair twice, nobody both pays and receives', () => {
    fc.assert(
      fc.property(anyGroup, (balances) => {
        const transfers = settle(balances);
        expect(transfers.length).toBeLessThanOrEqual(Math.max(0, peopleIn(balances) - 1));
        expect(transfers.filter(({ from, to, amount }) => !(amount > 0) || from === to)).toEqual([]);
        expect(new Set(transfers.map(({ from, to }) => `${from} ${to}`)).size).toBe(transfers.length);
        const payers = new Set(transfers.map(({ from }) => from));
        expect(transfers.filter(({ to }) => payers.has(to))).toEqual([]);
      }),
    );
  });

  test('[SET4] the same balances give the same transfers, in whatever order they are told', () => {
    fc.assert(
      fc.property(anyGroup, (balances) => {
        expect(settle(reordered(balances))).toEqual(settle(balances));
      }),
    );
  });

  test('[SET4] of equals the first by id is served first', () => {
    expect(settle({ cy: minor(-4), bo: minor(2), ana: minor(2) })).toEqual([
      { from: 'cy', to: 'ana', amount: 2 },
      { from: 'cy', to: 'bo', amount: 2 },
    ]);
  });

  test('[SET5] 100 people who cancel each other out in pairs need 50 transfers', () => {
    const values = Array.from({ length: 50 }, (_, index) => [index + 1, -index - 1]).flat();
    expect(settle(balancesOf(values.slice(0, -1)))).toHaveLength(50);
  });

  test('[SET5] pairs are matched first, though somebody else owes or is owed more', () => {
    const pairs = Array.from({ length: 11 }, (_, index) => [700 + index, -700 - index]).flat();
    expect(settle(balancesOf([1000, -600, -400, ...pairs.slice(0, -1)]))).toHaveLength(11 + 2);
  });

  test('[SET6] balances that do not sum to 0 are refused, with the difference', () => {
    expect(() => settle({ ana: minor(5), bo: minor(-3) })).toThrow(UnbalancedBalances);
    expect(() => settle({ ana: minor(5), bo: minor(-3) })).toThrow(expect.objectContaining({ difference: 2 }));
  });
});

describe('[SET2] published cases', () => {
  type Loan = readonly [lender: number, borrower: number, amount: number];

  const balancesFrom = (loans: readonly Loan[]): Balances =>
    computeBalances(
      [],
      loans.map(([lender, borrower, amount]) => ({ currency: 'EUR', from: `p${lender}`, to: `p${borrower}`, amount: minor(amount) })),
    ).EUR ?? {};

  test.each<[string, number, Loan[]]>([
    [
      'LeetCode 465, example 1',
      2,
      [
        [0, 1, 10],
        [2, 0, 5],
      ],
    ],
    [
      'LeetCode 465, example 2',
      1,
      [
        [0, 1, 10],
        [1, 0, 1],
        [1, 2, 5],
        [2, 0, 5],
      ],
    ],
    [
      'a loan paid back',
      0,
      [
        [0, 1, 5],
        [1, 0, 5],
      ],
    ],
    [
      'two even middlemen between two people',
      1,
      [
        [0, 1, 1],
        [0, 2, 1],
        [1, 3, 1],
        [2, 3, 1],
      ],
    ],
    [
      'two against three, where largest against largest takes 4',
      3,
      [
        [0, 3, 2],
        [1, 4, 3],
        [2, 3, 2],
        [2, 4, 2],
      ],
    ],
    [
      'LeetCode 465, discussion: seven separate loans and one lender of four; not 14, as once expected there, but 11',
      11,
      [
        [0, 1, 1],
        [2, 3, 2],
        [4, 5, 3],
        [6, 7, 4],
        [8, 9, 5],
        [10, 11, 6],
        [12, 13, 7],
        [14, 15, 2],
        [14, 16, 2],
        [14, 17, 2],
        [14, 18, 2],
      ],
    ],
  ])('%s: %i transfers', (_, fewest, loans) => {
    expect(settle(balancesFrom(loans))).toHaveLength(fewest);
  });

  test('the reduction from subset sum: two creditors of half each are served by n transfers where a subset is half, else by n + 1', () => {
    const debts = [1, 2, 4, 8, 5, 10].map((debt) => -debt);
    expect(settle(balancesOf([...debts, 15]))).toHaveLength(debts.length);
    expect(settle(balancesOf([-1, -1, -1, -7, 5]))).toHaveLength(5);
  });

  test('two groups of three, which largest against largest does not see', () => {
    const values = [700, -400, -300, 600, -500, -100];
    expect(transfersOfLargestFirst(values)).toBe(5);
    expect(settle(balancesOf(values.slice(0, -1)))).toEqual(
      expect.arrayContaining([
        { from: 'm1', to: 'm0', amount: 400 },
        { from: 'm2', to: 'm0', amount: 300 },
        { from: 'm4', to: 'm3', amount: 500 },
        { from: 'm5', to: 'm3', amount: 100 },
      ]),
    );
  });

  const groupsOfFour = [1000, 10_000, 100_000, 1_000_000, 10_000_000].map((unit) => [7 * unit + 1, -unit, -2 * unit - 3, -4 * unit + 2]);
  const interleaved = [0, 1, 2, 3].flatMap((position) => groupsOfFour.map((group) => group[position] ?? 0));

  test('twenty people in five hidden groups of four need 15 transfers', () => {
    expect(settle(balancesOf(interleaved.slice(0, -1)))).toHaveLength(15);
  });

  test('[SET5] and still do beside twenty more, who cancel each other out in pairs', () => {
    const pairs = Array.from({ length: 10 }, (_, index) => [index + 1, -index - 1]).flat();
    expect(settle(balancesOf([...pairs, ...interleaved.slice(0, -1)]))).toHaveLength(10 + 15);
  });
});

test('[SET1] settleAll settles every currency on its own', () => {
  const byCurrency = { EUR: { ana: minor(5), bo: minor(-5) }, JPY: { ana: minor(-200), cy: minor(200) } };
  expect(settleAll(byCurrency)).toEqual({
    EUR: [{ from: 'bo', to: 'ana', amount: 5 }],
    JPY: [{ from: 'ana', to: 'cy', amount: 200 }],
  });
  expect(settleAll({})).toEqual({});
});

describe('[SET7] the budget of settleAll', () => {
  /** `people` balances in which the search has nothing to go by. */
  const hardBalances = (people: number, seed: number): Balances =>
    balancesOf(
      Array.from({ length: people - 1 }, (_, index) => (index % 2 ? -1 : 1) * (((index + 1) * 7919 * (seed + 3)) % 99_991) + index),
    );
  const hardCase = fc.record({ currencies: fc.integer({ min: 1, max: 5 }), seed: fc.integer({ min: 1, max: 500 }) });
  const currenciesOf = (count: number, balances: (index: number) => Balances) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`C${String(index).padStart(2, '0')}`, balances(index)]));

  test('lasts for two currencies of twenty people, each settled as if it were alone', () => {
    const two = currenciesOf(2, (index) => hardBalances(20, index));
    expect(settleAll(two)).toEqual(Object.fromEntries(Object.entries(two).map(([code, balances]) => [code, settle(balances)])));
  });

  test('lasts for 40 currencies of 15 people', () => {
    const many = currenciesOf(40, (index) => hardBalances(15, index));
    for (const [code, transfers] of Object.entries(settleAll(many))) expect(transfers).toHaveLength(settle(many[code] ?? {}).length);
  });

  test('is spent after eight currencies of eighteen people: the others are settled without a search', () => {
    const groupsOfThree = [700, -400, -300, 600, -500, -100];
    const hidden = balancesOf([1, 11, 101].flatMap((scale) => groupsOfThree.map((value) => value * scale)).slice(0, -1));
    const counts = Object.values(settleAll(currenciesOf(40, () => hidden))).map(({ length }) => length);
    expect(counts.slice(0, 8)).toEqual(Array(8).fill(12));
    expect(Math.min(...counts.slice(8))).toBeGreaterThan(12);
  });

  test('goes to those with the fewest open balances first', () => {
    const mixed = currenciesOf(12, (index) => hardBalances(index < 10 ? 20 : 12, index));
    const settled = settleAll(mixed);
    for (const code of ['C10', 'C11']) expect(settled[code]).toEqual(settle(mixed[code] ?? {}));
  });

  test('spent or not, every balance is brought to 0 by at most people − 1 transfers, in whatever order they are told', () => {
    fc.assert(
      fc.property(hardCase, ({ currencies, seed }) => {
        const byCurrency = currenciesOf(currencies + 2, (index) => hardBalances(14 + ((index * seed) % 16), index));
        const settled = settleAll(byCurrency);
        expect(
          settleAll(
            Object.fromEntries(
              Object.entries(byCurrency)
                .reverse()
                .map(([code, all]) => [code, reordered(all)]),
            ),
          ),
        ).toEqual(settled);
        for (const [code, transfers] of Object.entries(settled)) {
          const balances = byCurrency[code] ?? {};
          expect(transfers.length).toBeLessThan(peopleIn(balances));
          const after = transfers.reduce(
            (all, transfer) => addEffect(all, code, settlementEffect(asSettlement(transfer)), 1),
            addEffect({}, code, balances, 1),
          );
          expect(after).toEqual({});
        }
      }),
      { numRuns: 8 },
    );
  });
});

test('[SET6] claims that are no safe integer together are refused: their sums would not be exact', () => {
  const huge = minor(Number.MAX_SAFE_INTEGER);
  expect(() => settle({ ana: huge, bo: minor(-huge), cy: minor(1), di: minor(-1) })).toThrow(RangeError);
});
