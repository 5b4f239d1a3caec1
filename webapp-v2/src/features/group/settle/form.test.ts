import type { Settlement } from '@splitifyd/shared/contract';
import { MAX_AMOUNT, minor } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import type { SettlementDraft } from '../../../stores/group/open-group.ts';
import { checkSettlement, layRefused, settlementEditOf, settlementFormOf } from './form.ts';

const payment: SettlementDraft = { from: 'ada', to: 'bo', amount: minor(1250), currency: 'EUR', date: '2026-11-21', note: 'cash' };
const format = createMoneyFormat('en');

describe('the form of a payment', () => {
  test('[INV2] of a refused change of what is gone, all that was typed is in the form of a new payment', () => {
    const blank = { from: 'cy', to: 'bo', amount: '', currency: 'SEK', date: '2026-11-22', note: '' };
    expect(layRefused(blank, { draft: { note: 'cash' } }, format)).toEqual({ ...blank, note: 'cash' });
    expect(layRefused(blank, { draft: payment }, format)).toEqual(settlementFormOf(payment, format));
  });

  test('a payment put into the form and checked is the same again, in every locale and currency', () => {
    const drafts = fc.record({
      locale: fc.constantFrom('en', 'de', 'fr-CH', 'ar-EG'),
      amount: fc.integer({ min: 1, max: MAX_AMOUNT }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      note: fc.string().map((text) => text.trim()),
    });
    fc.assert(
      fc.property(drafts, ({ locale, amount, currency, note }) => {
        const local = createMoneyFormat(locale);
        const draft = { ...payment, amount: minor(amount), currency, note };
        expect(checkSettlement(settlementFormOf(draft, local), local).draft).toEqual(draft);
      }),
    );
  });

  test.each([
    ['no amount', { amount: '' }, { amount: 'empty' }],
    ['nothing', { amount: '0' }, { amount: 'zero' }],
    ['no number', { amount: 'ten' }, { amount: 'not-a-number' }],
    ['no day', { date: '' }, { date: true }],
    ['one person', { to: 'ada' }, { samePerson: true }],
  ])('%s cannot be saved, and the form says why', (_, patch, problems) => {
    const checked = checkSettlement({ ...settlementFormOf(payment, format), ...patch }, format);
    expect(checked.draft).toBeNull();
    expect(checked.problems).toMatchObject(problems);
  });

  test('an edit names what differs, the money as one unit', () => {
    const before = payment as Settlement;
    expect(settlementEditOf(before, payment)).toBeNull();
    expect(settlementEditOf(before, { ...payment, note: '' })).toEqual({ note: '' });
    const { from, to, currency } = payment;
    expect(settlementEditOf(before, { ...payment, amount: minor(900) })).toEqual({ from, to, currency, amount: 900 });
  });
});
