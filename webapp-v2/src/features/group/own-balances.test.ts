import { type BalancesByCurrency, minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { ownBalances, settledKey } from './own-balances.ts';

const balances: BalancesByCurrency = {
  EUR: { ada: minor(500), bo: minor(-500) },
  JPY: { ada: minor(-70), me: minor(70) },
  CHF: { bo: minor(1), me: minor(-1) },
};

test('[LIST15] the one number of a group is one for each currency that is open, the group’s own first', () => {
  expect(ownBalances(balances, 'me', 'JPY')).toEqual([
    { currency: 'JPY', amount: 70 },
    { currency: 'CHF', amount: -1 },
  ]);
});

test('[LIST15] whose own balance is settled is told whether all others are, too', () => {
  expect([ownBalances({ EUR: balances.EUR ?? {} }, 'me', 'EUR'), settledKey({ EUR: balances.EUR ?? {} })]).toEqual([
    [],
    'balance.settledOwn',
  ]);
  expect([ownBalances({}, 'me', 'EUR'), settledKey({})]).toEqual([[], 'balance.settled']);
});
