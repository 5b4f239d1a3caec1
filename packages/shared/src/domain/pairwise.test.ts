import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBalances, expenseEffect, type LedgerExpense } from './balance.ts';
import { minor } from './money.ts';
import { addPairwise, pairwiseDebts, pairwiseEffect, pairwiseSettlementEffect } from './pairwise.ts';
import type { Transfer, TransfersByCurrency } from './settlement.ts';
import { currency, expense, reordered, settlement } from './testing/arbitraries.ts';

const expenses = fc.array(expense, { maxLength: 12 });
const settlements = fc.array(settlement, { maxLength: 6 });
const effect = fc.oneof(expense.map(pairwiseEffect), settlement.map(pairwiseSettlementEffect));

function netOf(debts: readonly Transfer[]): [string, number][] {
  const net = new Map<string, number>();
  for (const { from, to, amount } of debts) {
    net.set(from, (net.get(from) ?? 0) - amount);
    net.set(to, (net.get(to) ?? 0) + amount);
  }
  return [...net].filter(([, amount]) => amount !== 0).sort();
}

function expectCanonical(debts: TransfersByCurrency): void {
  for (const transfers of Object.values(debts)) {
    expect(transfers).not.toHaveLength(0);
    expect(transfers.filter(({ from, to, amount }) => !(amount > 0) || from === to)).toEqual([]);
    expect(new Set(transfers.map(({ from, to }) => JSON.stringify([from, to].sort()))).size).toBe(transfers.length);
  }
}

const dinner: LedgerExpense = {
  currency: 'EUR',
  amount: minor(1000),
  payers: { ana: minor(750), bo: minor(250) },
  shares: { ana: minor(150), bo: minor(50), cy: minor(400), dee: minor(400) },
};

describe('pairwiseEffect', () => {
  test('[PAIR1] the debts of an expense net to its effect on the balances, to the unit', () => {
    fc.assert(
      fc.property(expense, (item) => {
        expect(netOf(pairwiseEffect(item))).toEqual(Object.entries(expenseEffect(item)).sort());
      }),
    );
  });

  test('[PAIR2] who paid less than their share owes those who paid more, in proportion to how much more', () => {
    expect(pairwiseEffect(dinner)).toEqual([
      { from: 'cy', to: 'ana', amount: 300 },
      { from: 'cy', to: 'bo', amount: 100 },
      { from: 'dee', to: 'ana', amount: 300 },
      { from: 'dee', to: 'bo', amount: 100 },
    ]);
  });

  test('[PAIR2] whoever paid exactly their share owes nobody and is owed by nobody', () => {
    const item = { ...dinner, shares: { ana: minor(250), bo: minor(250), cy: minor(500) } };
    expect(pairwiseEffect(item)).toEqual([{ from: 'cy', to: 'ana', amount: 500 }]);
  });

  test('[PAIR2] odd units fall where the creditors still lack them', () => {
    const item = {
      ...dinner,
      amount: minor(6),
      payers: { ana: minor(3), bo: minor(3) },
      shares: { cy: minor(1), dee: minor(1), eli: minor(4) },
    };
    const debts = pairwiseEffect(item);
    expect(netOf(debts)).toEqual([
      ['ana', 3],
      ['bo', 3],
      ['cy', -1],
      ['dee', -1],
      ['eli', -4],
    ]);
    expect(debts).toHaveLength(4);
  });

  test('[PAIR2] debtors owe within the expense only, and only who paid less than their share does', () => {
    fc.assert(
      fc.property(expense, (item) => {
        const net = new Map<string, number>(Object.entries(expenseEffect(item)));
        for (const { from, to, amount } of pairwiseEffect(item)) {
          expect(net.get(from)).toBeLessThan(0);
          expect(net.get(to)).toBeGreaterThan(0);
          expect(amount).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('pairwiseDebts', () => {
  test('[PAIR1] what a member owes and is owed nets to their balance, in every currency', () => {
    fc.assert(
      fc.property(expenses, settlements, (history, paid) => {
        const debts = new Map(Object.entries(pairwiseDebts(history, paid)));
        const balances = new Map(Object.entries(computeBalances(history, paid)));
        for (const code of ['EUR', 'JPY', 'KWD']) {
          expect(netOf(debts.get(code) ?? [])).toEqual(Object.entries(balances.get(code) ?? {}).sort());
        }
        expectCanonical(Object.fromEntries(debts));
      }),
    );
  });

  test('[PAIR3] equals the sum of the effects, in whatever order history is told', () => {
    fc.assert(
      fc.property(expenses, settlements, (history, paid) => {
        const steps = [
          ...paid.map((item) => ({ code: item.currency, change: pairwiseSettlementEffect(item) })),
          ...history.map((item) => ({ code: item.currency, change: pairwiseEffect(item) })),
        ];
        const stepwise = steps.reduce((all: TransfersByCurrency, { code, change }) => addPairwise(all, code, change, 1), {});
        const retold = history.map((item) => ({ ...item, shares: reordered(item.shares), payers: reordered(item.payers) })).reverse();
        expect(pairwiseDebts(retold, paid)).toEqual(stepwise);
      }),
    );
  });

  test('[PAIR3] adding an effect and taking it back is the identity, and leaves its argument alone', () => {
    fc.assert(
      fc.property(expenses, settlements, currency, effect, (history, paid, code, change) => {
        const before = pairwiseDebts(history, paid);
        const after = addPairwise(before, code, change, 1);
        expect(addPairwise(after, code, change, -1)).toEqual(before);
        expect(before).toEqual(pairwiseDebts(history, paid));
        expectCanonical(after);
      }),
    );
  });

  test('[PAIR4] opposite debts of a pair cancel, and a settlement pays them off', () => {
    const lunch: LedgerExpense = { currency: 'EUR', amount: minor(300), payers: { cy: minor(300) }, shares: { ana: minor(300) } };
    expect(pairwiseDebts([dinner, lunch], [{ currency: 'EUR', from: 'dee', to: 'ana', amount: minor(300) }])).toEqual({
      EUR: [
        { from: 'cy', to: 'bo', amount: 100 },
        { from: 'dee', to: 'bo', amount: 100 },
      ],
    });
  });
});

test('[PAIR5] a debt of a pair that is no safe integer is refused', () => {
  const most = { EUR: [{ from: 'ana', to: 'bo', amount: minor(Number.MAX_SAFE_INTEGER) }] };
  expect(() => addPairwise(most, 'EUR', [{ from: 'ana', to: 'bo', amount: minor(1) }], 1)).toThrow(RangeError);
  expect(addPairwise(most, 'EUR', [{ from: 'bo', to: 'ana', amount: minor(1) }], 1).EUR?.[0]?.amount).toBe(Number.MAX_SAFE_INTEGER - 1);
});
