import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_AMOUNT, minor } from './money.ts';
import { checkSplit, computeShares, InvalidSplit, type Split, type SplitMode } from './split.ts';
import { amount, members, reordered, seed, splitOf } from './testing/arbitraries.ts';

const amountAndSplit = amount.chain((total) => fc.record({ total: fc.constant(total), split: splitOf(total) }));

/** Entries as a careless client might send them; most are invalid, some are not. */
const anySplit: fc.Arbitrary<Split> = fc
  .tuple(fc.constantFrom<SplitMode>('equal', 'exact', 'percent', 'shares', 'adjustment'), members(0, 4))
  .chain(([mode, ids]) =>
    fc
      .array(fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom(0.5, Number.NaN, 5000, 10_000, MAX_AMOUNT, 2 ** 60)), {
        minLength: ids.length,
        maxLength: ids.length,
      })
      .map((values) => ({ mode, entries: Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 0])) })),
  );

describe('computeShares', () => {
  test('[SPL1] the shares sum to the amount, none is negative, and every participant is named', () => {
    fc.assert(
      fc.property(amountAndSplit, seed, ({ total, split }, key) => {
        const shares = computeShares(total, split, key);
        const values = Object.values(shares);
        expect(values.reduce((sum, share) => sum + share, 0)).toBe(total);
        expect(values.every((share) => share >= 0)).toBe(true);
        expect(Object.keys(shares).sort()).toEqual(Object.keys(split.entries).sort());
      }),
    );
  });

  test('[SPL2] the order of the entries does not matter', () => {
    fc.assert(
      fc.property(amountAndSplit, seed, ({ total, split }, key) => {
        expect(computeShares(total, { ...split, entries: reordered(split.entries) }, key)).toEqual(computeShares(total, split, key));
      }),
    );
  });

  test('[SPL3] a share differs from its exact value by less than one unit', () => {
    fc.assert(
      fc.property(amountAndSplit, seed, ({ total, split }, key) => {
        const entries = Object.entries(split.entries);
        const sum = entries.reduce((all, [, entry]) => all + entry, 0);
        // Scaled by `base`, so that the comparison is exact: share × base against quota × base.
        const { base, scaled } =
          split.mode === 'adjustment'
            ? { base: entries.length, scaled: (entry: number) => BigInt(total - sum) + BigInt(entry) * BigInt(entries.length) }
            : { base: sum || 1, scaled: (entry: number) => BigInt(total) * BigInt(entry) };
        const shares = new Map(Object.entries(computeShares(total, split, key)));
        for (const [id, entry] of entries) {
          const distance = BigInt(shares.get(id) ?? 0) * BigInt(base) - scaled(entry);
          expect(distance < BigInt(base) && distance > -BigInt(base)).toBe(true);
        }
      }),
    );
  });

  test.each<[SplitMode, number, Record<string, number>, Record<string, number>]>([
    ['equal', 900, { ana: 1, bo: 1, cy: 1 }, { ana: 300, bo: 300, cy: 300 }],
    ['exact', 1000, { ana: 700, bo: 300, cy: 0 }, { ana: 700, bo: 300, cy: 0 }],
    ['percent', 1000, { ana: 3333, bo: 6667 }, { ana: 333, bo: 667 }],
    ['shares', 1000, { ana: 2, bo: 3, cy: 0 }, { ana: 400, bo: 600, cy: 0 }],
    ['adjustment', 1000, { ana: 100, bo: 0, cy: -100 }, { ana: 433, bo: 333, cy: 234 }],
    ['adjustment', 1000, { ana: 700, bo: 700 }, { ana: 500, bo: 500 }],
  ])('[SPL1] %s divides %i as its entries say', (mode, total, entries, expected) => {
    const shares = computeShares(minor(total), { mode, entries }, 'seed');
    const off = Object.entries(expected).map(([id, share]) => Math.abs((shares[id] ?? 0) - share));
    expect(Object.keys(shares)).toEqual(Object.keys(expected));
    expect(Math.max(...off)).toBeLessThanOrEqual(mode === 'adjustment' ? 1 : 0);
  });
});

describe('checkSplit', () => {
  test('[SPL4] finds a problem exactly where computeShares throws it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }).map(minor), anySplit, seed, (total, split, key) => {
        const problem = checkSplit(total, split);
        if (!problem) {
          const shares = Object.values(computeShares(total, split, key));
          expect(shares.every((share) => share >= 0)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
          return;
        }
        expect(() => computeShares(total, split, key)).toThrow(InvalidSplit);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, number, Split, object | null]>([
    ['nobody takes part', 10, { mode: 'equal', entries: {} }, { code: 'no-participants' }],
    ['all weights are 0', 10, { mode: 'shares', entries: { ana: 0, bo: 0 } }, { code: 'no-participants' }],
    ['equal is not 1', 10, { mode: 'equal', entries: { ana: 1, bo: 2 } }, { code: 'entries-out-of-range', memberId: 'bo' }],
    ['a share is a fraction', 10, { mode: 'exact', entries: { ana: 9.5, bo: 0.5 } }, { code: 'entries-out-of-range', memberId: 'ana' }],
    ['a weight is above 10,000', 10, { mode: 'shares', entries: { ana: 10_001 } }, { code: 'entries-out-of-range', memberId: 'ana' }],
    [
      'exact is over by 1.20',
      1000,
      { mode: 'exact', entries: { ana: 1000, bo: 120 } },
      { code: 'does-not-sum', unit: 'minor', difference: 120 },
    ],
    ['exact leaves 0.30', 1000, { mode: 'exact', entries: { ana: 970 } }, { code: 'does-not-sum', unit: 'minor', difference: -30 }],
    [
      'percent leaves 0.5 %',
      9,
      { mode: 'percent', entries: { ana: 9950 } },
      { code: 'does-not-sum', unit: 'basis-points', difference: -50 },
    ],
    [
      'a discount exceeds the equal share',
      1000,
      { mode: 'adjustment', entries: { ana: -1001, bo: 0 } },
      { code: 'negative-share', unit: 'minor', memberId: 'ana', difference: -1 },
    ],
    ['all is well', 1000, { mode: 'adjustment', entries: { ana: -10, bo: 0 } }, null],
  ])('[SPL4] says that %s', (_, total, split, problem) => {
    expect(checkSplit(minor(total), split)).toEqual(problem);
  });

  test('[SPL5] whether a share is negative does not depend on the seed', () => {
    const split: Split = { mode: 'adjustment', entries: { ana: -1, bo: 0, cy: 1 } };
    expect(checkSplit(minor(2), split)).toEqual({ code: 'negative-share', unit: 'minor', memberId: 'ana', difference: -1 });
    expect(checkSplit(minor(3), split)).toBeNull();
  });

  test('[SPL4] InvalidSplit carries a difference in minor units only', () => {
    const thrownBy = (split: Split): unknown => {
      try {
        return computeShares(minor(10), split, '');
      } catch (error) {
        return error;
      }
    };
    expect(thrownBy({ mode: 'exact', entries: { ana: 12 } })).toMatchObject({ code: 'does-not-sum', difference: 2 });
    expect(thrownBy({ mode: 'percent', entries: { ana: 12 } })).toMatchObject({ code: 'does-not-sum', difference: undefined });
    expect(thrownBy({ mode: 'equal', entries: {} })).toMatchObject({ code: 'no-participants', problem: { code: 'no-participants' } });
  });
});
