import { addEffect, computeBalances, type LedgerExpense, minor, settle } from '@splitifyd/shared/domain';
import { type Figure, median, timed } from './figure.ts';
import { randomFrom } from './random.ts';

function makeExpenses(count: number, people: number): LedgerExpense[] {
  const random = randomFrom(42);
  return Array.from({ length: count }, () => {
    const share = 1 + random(5000);
    const shares = Object.fromEntries(
      Array.from({ length: 4 }, (_, index) => [`m${(random(people) + index * people) % (people * 4)}`, minor(share)]),
    );
    const amount = minor(share * Object.keys(shares).length);
    return { currency: 'EUR', amount, payers: { [`m${random(people)}`]: amount }, shares };
  });
}

/** `people` non-zero balances that sum to zero and of which no small subset obviously does. */
function makeBalances(people: number) {
  const random = randomFrom(7);
  const amounts = Array.from({ length: people - 1 }, () => (random(2) === 0 ? 1 : -1) * (1 + random(100_000)));
  const rest = -amounts.reduce((sum, amount) => sum + amount, 0);
  return Object.fromEntries([...amounts, rest].map((amount, index) => [`m${index}`, minor(amount)]));
}

export async function measureDomain(): Promise<Figure[]> {
  const expenses = makeExpenses(10_000, 12);
  const balances = makeBalances(20);
  const computed = await timed(15, 3, () => computeBalances(expenses, []));
  const settled = await timed(9, 2, () => settle(balances));
  const added = await timed(1000, 100, () => addEffect({ EUR: balances }, 'EUR', { m1: minor(5), m2: minor(-5) }, 1));
  return [
    { what: 'Balances of 10,000 expenses', value: median(computed), unit: 'ms', budget: 10 },
    { what: 'Exact settlement of 20 people', value: median(settled), unit: 'ms', budget: 50 },
    { what: 'One expense added to 20 balances', value: median(added), unit: 'ms' },
  ];
}
