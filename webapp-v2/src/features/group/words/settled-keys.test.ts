import { expect, test } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { settledKeys } from './settled-keys.ts';

test('[WORD4] a group in which nothing was entered yet is not called settled', () => {
  expect(en[settledKeys(true).title]).toBe('Nothing to settle yet');
  expect(en[settledKeys(false).title]).toBe('All settled');
  expect(en[settledKeys(true).hint]).not.toBe(en[settledKeys(false).hint]);
});
