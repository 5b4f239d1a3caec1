import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { checkForm } from './check.ts';
import { payersRemark, splitRemark } from './entries-remark.ts';
import { blankForm, type ExpenseForm } from './form.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const BLANK: ExpenseForm = {
  ...blankForm({ payer: 'ada', members: ['ada', 'bo'], currency: 'EUR', date: '2026-11-21' }),
  description: 'Soup',
  amount: '10',
};
const people = { labelOf: (id: string) => id };

function remarkOn(form: Partial<ExpenseForm>, asked: boolean) {
  const whole: ExpenseForm = { ...BLANK, ...form };
  const circumstances = { checked: checkForm(whole, i18n), currency: 'EUR', asked, people, i18n };
  const said = whole.several ? payersRemark(circumstances) : splitRemark(whole.mode, circumstances);
  return said && `${said.look}: ${said.text}`;
}

const entered = (entries: Partial<ExpenseForm['entries']>) => ({ entries: { ...BLANK.entries, ...entries } });

describe('what is said below the entries', () => {
  test.each<[string, Partial<ExpenseForm>, string, string]>([
    ['amounts', { mode: 'exact' }, 'open: €10.00 left', 'wrong: €10.00 left'],
    ['some amounts', { mode: 'exact', ...entered({ exact: { ada: '4' } }) }, 'open: €6.00 left', 'wrong: €6.00 left'],
    ['percent', { mode: 'percent' }, 'open: 100% left', 'wrong: 100% left'],
    [
      'shares of nought',
      { mode: 'shares', ...entered({ shares: { ada: '0' } }) },
      'open: Give at least one person a share.',
      'wrong: Give at least one person a share.',
    ],
    ['nobody chosen', { among: {} }, 'open: Choose at least one person.', 'wrong: Choose at least one person.'],
    ['several payers', { several: true }, 'open: €10.00 left', 'wrong: Say who paid.'],
    ['too much is wrong at once', { mode: 'exact', ...entered({ exact: { ada: '12' } }) }, 'wrong: Over by €2.00', 'wrong: Over by €2.00'],
  ])('[FORM7] what is still to be entered is no error before the reader asks to save: %s', (_, form, before, after) => {
    expect([remarkOn(form, false), remarkOn(form, true)]).toEqual([before, after]);
  });

  test('a split that comes out says so', () => {
    expect(remarkOn({}, false)).toBe('sound: €5.00 each');
  });
});
