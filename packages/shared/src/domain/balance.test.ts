import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEffect, type Balances, type BalancesByCurrency, computeBalances, expenseEffect, settlementEffect } from './balance.ts';
import { minor } from './money.ts';
import { currency, expense, reordered, settlement } from './testing/arbitraries.ts';

const expenses = fc.array(expense, { maxLength: 12 });
const settlements = fc.array(settlement, { maxLength: 6 });
const effect = fc.oneof(expense.map(expenseEffect), settlement.map(settlementEffect));

const sumOf = (balances: Balances): number => Object.values(balances).reduce((sum, balance) => sum + balance, 0);

function expectCanonical(byCurrency: BalancesByCurrency): void {
  for (const balances of Object.values(byCurrency)) {
    expect(Object.values(balances)).not.toContain(0);
    expect(Object.keys(balances)).not.toHaveLength(0);
  }
}

describe('effects', () => {
  test('[BAL1] the effect of an expense or a settlement sums to 0', () => {
    fc.assert(
      fc.property(effect, (change) => {
        expect(sumOf(change)).toBe(0);
      }),
    );
  });

  test('[BAL2] who paid is owed what the others consumed', () => {
    const payers = { ana: minor(700), bo: minor(200) };
    const shares = { ana: minor(300), bo: minor(200), cy: minor(400) };
    expect(expenseEffect({ currency: 'EUR', amount: minor(900), payers, shares })).toEqual({ ana: 400, cy: -400 });
  });

  test('[BAL2] who settles owes less, who is paid is owed less', () => {
    expect(settlementEffect({ currency: 'EUR', amount: minor(5), from: 'cy', to: 'ana' })).toEqual({ cy: 5, ana: -5 });
  });
});

describe('addEffect', () => {
  test('[BAL3] adding an effect and taking it back is the identity, and leaves its argument alone', () => {
    fc.assert(
      fc.property(expenses, settlements, currency, effect, (history, paid, code, change) => {
        const before = computeBalances(history, paid);
        const copy = computeBalances(history, paid);
        const after = addEffect(before, code, change, 1);
        expect(addEffect(after, code, change, -1)).toEqual(copy);
        expect(before).toEqual(copy);
        expectCanonical(after);
      }),
    );
  });

  test('[BAL3] a balance that reaches 0 disappears, and so does a currency without balances', () => {
    const before = { EUR: { ana: minor(5), bo: minor(-5) }, JPY: { ana: minor(3), bo: minor(-3) } };
    expect(addEffect(before, 'EUR', { ana: minor(-5), bo: minor(5) }, 1)).toEqual({ JPY: { ana: 3, bo: -3 } });
    expect(addEffect(before, 'JPY', { bo: minor(-3), cy: minor(3) }, -1)).toEqual({ EUR: before.EUR, JPY: { ana: 3, cy: -3 } });
  });

  test('[BAL3] names of built-in properties are ordinary members and currencies', () => {
    const before = addEffect({}, 'constructor', { toString: minor(2), ['__proto__']: minor(-2) } as Balances, 1);
    expect(Object.entries(before).map(([code, balances]) => [code, Object.entries(balances)])).toEqual([
      [
        'constructor',
        [
          ['toString', 2],
          ['__proto__', -2],
        ],
      ],
    ]);
  });
});

test('[BAL7] balances whose claims together are no safe integer are refused', () => {
  const half = minor(Number.MAX_SAFE_INTEGER - 1);
  const before = addEffect({}, 'EUR', { ana: half, bo: minor(-half) }, 1);
  expect(addEffect(before, 'EUR', { cy: minor(1), di: minor(-1) }, 1).EUR).toMatchObject({ cy: 1 });
  expect(() => addEffect(before, 'EUR', { cy: minor(2), di: minor(-2) }, 1)).toThrow(RangeError);
});

describe('computeBalances', () => {
  test('[BAL1] the balances of every currency sum to 0 and are canonical', () => {
    fc.assert(
      fc.property(expenses, settlements, (history, paid) => {
        const byCurrency = computeBalances(history, paid);
        expect(Object.values(byCurrency).map(sumOf)).toEqual(Object.keys(byCurrency).map(() => 0));
        expectCanonical(byCurrency);
      }),
    );
  });

  test('[BAL4] equals the sum of the effects, in whatever order history is told', () => {
    fc.assert(
      fc.property(expenses, settlements, (history, paid) => {
        const steps = [
          ...paid.map((item) => ({ code: item.currency, change: settlementEffect(item) })),
          ...history.map((item) => ({ code: item.currency, change: expenseEffect(item) })),
        ];
        const stepwise = steps.reduce((all: BalancesByCurrency, { code, change }) => addEffect(all, code, change, 1), {});
        expect(computeBalances(history, paid)).toEqual(stepwise);
        const retold = history.map((item) => ({ ...item, shares: reordered(item.shares), payers: reordered(item.payers) })).reverse();
        expect(computeBalances(retold, [...paid].reverse())).toEqual(stepwise);
      }),
    );
  });
});
