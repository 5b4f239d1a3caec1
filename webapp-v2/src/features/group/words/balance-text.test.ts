import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { balanceText } from './balance-text.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });

test('[NEWS1] the balance that is told names each currency, and says when nothing is open for its reader', () => {
  const own = [
    { currency: 'EUR', amount: -600 as never },
    { currency: 'GBP', amount: 1250 as never },
  ];
  expect(balanceText(own, i18n, 'You are settled up')).toBe('You owe €6.00. You are owed £12.50');
  expect(balanceText([], i18n, 'You are settled up')).toBe('You are settled up');
});
