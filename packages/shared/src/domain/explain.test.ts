import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBalances } from './balance.ts';
import { explainBalance } from './explain.ts';
import { minor } from './money.ts';
import { currency, expense, memberId, settlement } from './testing/arbitraries.ts';

const expenses = fc.array(expense, { maxLength: 12 });
const settlements = fc.array(settlement, { maxLength: 6 });

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('explainBalance', () => {
  test('[BAL5] the entries sum to the balance, and so does what was paid minus what was shared', () => {
    fc.assert(
      fc.property(expenses, settlements, memberId, currency, (history, paid, id, code) => {
        const { entries, total } = explainBalance(id, code, history, paid);
        const ofCurrency = new Map(Object.entries(computeBalances(history, paid))).get(code) ?? {};
        expect(total.effect).toBe(new Map(Object.entries(ofCurrency)).get(id) ?? 0);
        for (const column of ['paid', 'share', 'effect'] as const) expect(sum(entries.map((entry) => entry[column]))).toBe(total[column]);
        for (const entry of [...entries, total]) expect(entry.effect).toBe(entry.paid - entry.share);
      }),
    );
  });

  test('[BAL6] names the entries that the member has a part in, those without effect too, and no others', () => {
    const eur = { currency: 'EUR', amount: minor(100) };
    const own = { ...eur, payers: { ana: minor(100) }, shares: { ana: minor(100) } };
    const others = { ...eur, payers: { bo: minor(100) }, shares: { bo: minor(50), cy: minor(50) } };
    const foreign = { ...own, currency: 'JPY' };
    const received = { ...eur, from: 'bo', to: 'ana' };
    const { entries, total } = explainBalance('ana', 'EUR', [own, others, foreign], [received, { ...eur, from: 'bo', to: 'cy' }]);
    expect(entries).toEqual([
      { kind: 'expense', of: own, paid: 100, share: 100, effect: 0 },
      { kind: 'settlement', of: received, paid: 0, share: 100, effect: -100 },
    ]);
    expect(total).toEqual({ paid: 100, share: 200, effect: -100 });
  });
});
