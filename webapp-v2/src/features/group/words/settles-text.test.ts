import { expect, test } from 'vitest';
import { de } from '../../../i18n/de.ts';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { settlesText } from './settles-text.ts';

test('[WORD1] what settles one of several open currencies is said to settle what is in that one', () => {
  const english = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
  const german = createI18n({ language: 'de', messages: de, preferred: ['de'], now: () => 0 });
  expect(settlesText(2, null, english)).toBe('2 payments settle everything.');
  expect(settlesText(2, 'EUR', english)).toBe('2 payments settle everything in Euro.');
  expect(settlesText(1, 'EUR', english)).toBe('One payment settles everything in Euro.');
  expect(settlesText(1, 'EUR', german)).toBe('Eine Zahlung gleicht alles in Euro aus.');
});
