import fc from 'fast-check';
import type { LedgerExpense, LedgerSettlement } from '../balance.ts';
import type { MemberId } from '../members.ts';
import { MAX_AMOUNT, type Minor, minor } from '../money.ts';
import { computeShares, type Split } from '../split.ts';

/** Names that are also properties of plain objects must be members like any other. */
export const memberId: fc.Arbitrary<MemberId> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('ana', 'bo', 'cy', 'dee', 'eli', 'fay', 'gus', 'hal') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '10', '9') },
);

export const members = (minLength: number, maxLength = 8): fc.Arbitrary<MemberId[]> => fc.uniqueArray(memberId, { minLength, maxLength });

export const seed = fc.string({ maxLength: 12 });

export const amount: fc.Arbitrary<Minor> = fc
  .oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: MAX_AMOUNT }))
  .map(minor);

export const positiveAmount: fc.Arbitrary<Minor> = amount.filter((value) => value > 0);

/** The same entries under keys inserted in another order. */
export const reordered = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).reverse());

/** Whole parts ≥ 0 that sum to `total`, cut at random places. */
export const partsOf = (total: number, count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: total }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), total];
    return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  });

const named = (ids: readonly MemberId[], values: readonly number[]): Record<MemberId, number> =>
  Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 0]));

/** A valid split of `total`, of any mode. */
export const splitOf = (total: Minor): fc.Arbitrary<Split> =>
  members(1).chain((ids) => {
    const n = ids.length;
    const entriesFrom = (values: fc.Arbitrary<number[]>) => values.map((list) => named(ids, list));
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: n, maxLength: n });
    // A discount on an equal share and a surplus on it are both kept below that share, so that no share is negative.
    const bound = Math.floor(total / (2 * n));
    const adjustments = fc.array(fc.integer({ min: -bound, max: bound }), { minLength: n, maxLength: n });
    return fc.oneof(
      fc.constant({
        mode: 'equal' as const,
        entries: named(
          ids,
          ids.map(() => 1),
        ),
      }),
      entriesFrom(partsOf(total, n)).map((entries) => ({ mode: 'exact' as const, entries })),
      entriesFrom(partsOf(10_000, n)).map((entries) => ({ mode: 'percent' as const, entries })),
      entriesFrom(weights.filter((list) => list.some((weight) => weight > 0))).map((entries) => ({ mode: 'shares' as const, entries })),
      entriesFrom(adjustments).map((entries) => ({ mode: 'adjustment' as const, entries })),
    );
  });

export const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

export const expense: fc.Arbitrary<LedgerExpense> = fc
  .tuple(currency, positiveAmount, members(1, 3), seed)
  .chain(([code, total, payerIds, key]) =>
    fc.tuple(splitOf(total), partsOf(total, payerIds.length)).map(([split, paid]) => ({
      currency: code,
      amount: total,
      payers: Object.fromEntries(payerIds.map((id, index) => [id, minor(paid[index] ?? 0)]).filter(([, part]) => part !== 0)),
      shares: computeShares(total, split, key),
    })),
  );

export const settlement: fc.Arbitrary<LedgerSettlement> = fc
  .tuple(currency, positiveAmount, members(2, 2))
  .map(([code, total, [from = '', to = '']]) => ({ currency: code, amount: total, from, to }));
