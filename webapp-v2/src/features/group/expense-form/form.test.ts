import { computeShares, type Minor, minor, type SplitMode } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { checkForm } from './check.ts';
import { formOf } from './form.ts';
import { isLowering, turnSign } from './read-entries.ts';

const IDS = ['ada', 'bo', 'cy', 'di'];
const whole = fc.integer({ min: 1, max: 100_000 });

/** Parts, at least one, that the amounts and percentages of an expense are summed from. */
const partsOf = (part: fc.Arbitrary<number>) =>
  fc
    .array(part, { minLength: 1, maxLength: IDS.length })
    .map((parts) => Object.fromEntries(parts.map((value, index) => [IDS[index] ?? '', value])));

const sum = (record: Record<string, number>) => Object.values(record).reduce((total, value) => total + value, 0);

const entriesOf: Record<SplitMode, (parts: Record<string, number>) => Record<string, number>> = {
  equal: (parts) => Object.fromEntries(Object.keys(parts).map((id) => [id, 1])),
  exact: (parts) => parts,
  percent: (parts) => computeShares(minor(10_000), { mode: 'shares', entries: parts }, 'seed'),
  shares: (parts) => Object.fromEntries(Object.entries(parts).map(([id, value]) => [id, value % 10_000 || 1])),
  adjustment: (parts) => Object.fromEntries(Object.keys(parts).map((id, index) => [id, index % 2 === 0 ? index : -index])),
};

test('opening an expense to edit it and saving it unchanged gives the same expense, in every mode, currency and locale', () => {
  fc.assert(
    fc.property(
      partsOf(fc.integer({ min: 100, max: 9_999 })),
      partsOf(whole),
      fc.constantFrom<SplitMode>('equal', 'exact', 'percent', 'shares', 'adjustment'),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      fc.constantFrom('en', 'de-DE', 'fr', 'ar-EG'),
      (parts, paid, mode, currency, locale) => {
        const amount = minor(sum(parts));
        // Scaled so that what was paid sums to the amount.
        const payers = computeShares(amount, { mode: 'shares', entries: entriesOf.shares(paid) }, 'seed');
        const paying = Object.fromEntries(Object.entries(payers).filter(([, value]) => value > 0)) as Record<string, Minor>;
        const content = {
          description: 'Dinner',
          amount,
          currency,
          date: '2026-11-21',
          category: 'food',
          note: 'two\nlines',
          payers: paying,
          split: { mode, entries: entriesOf[mode](parts) },
        };
        const format = createMoneyFormat(locale);
        expect(checkForm(formOf(content, format), format).draft).toEqual(content);
      },
    ),
  );
});

test('turning the sign twice gives the same text', () => {
  for (const text of ['5', '12.30', '']) expect(turnSign(turnSign(text))).toBe(text);
  expect(turnSign('\u22125')).toBe('5');
  expect([isLowering('-5'), isLowering('5'), isLowering(turnSign('5'))]).toEqual([true, false, true]);
});
