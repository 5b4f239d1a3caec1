import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import type { ExpenseEdit, NoticeOf } from '../../../stores/group/open-group.ts';
import { openGroup } from '../../../stores/group/testing/open-group.ts';
import { beginDraft } from '../../../ui/editing/draft.ts';
import { restOn, standingOf } from '../../../ui/editing/use-editing.ts';
import { editOf } from '../expense-form/edit-of.ts';
import { formOf } from '../expense-form/form.ts';
import { editableExpense } from '../expense-form/units.ts';
import { beginRefused } from './begin-refused.ts';

const format = createMoneyFormat('en');
const kind = editableExpense(format);
const BRUNOS_CHANGE = '00000000-0000-4000-8000-0000000000bb';

/** All of the money of an expense, as an edit names it. */
const costing = (amount: number, { currency, payers, split }: Expense): ExpenseEdit => ({
  amount: minor(amount),
  currency,
  payers: Object.fromEntries(Object.keys(payers).map((memberId) => [memberId, minor(amount)])),
  split,
});

/** Anna edits without a connection what Bruno edits as well. */
async function refused(mine: (seen: Expense) => ExpenseEdit, theirs: (seen: Expense) => ExpenseEdit) {
  const { clock, client, server, group } = await openGroup({ brunoHas: 1 });
  const shown = () => group.rows.value[0]?.expense ?? expect.fail('no such row');
  const seen = shown();
  server.setWeather({ fate: () => 'unheard' });
  group.editExpense(seen.id, mine(seen), seen.version);
  server.bruno.update(BRUNOS_CHANGE, seen.id, theirs(seen));
  server.setWeather({});
  client.announce();
  await clock.advance(60_000);
  const notice = group.notices.value[0];
  if (notice?.kind !== 'expense') throw new Error('nothing was refused');
  return { seen, now: shown(), notice };
}

/** The form in which the refused edit is looked at again. */
function lookAgain({ draft, base }: NoticeOf<'expense'>, now: Expense) {
  const { origin, form } = beginRefused(kind, now, draft ?? {}, base);
  const again = beginDraft(origin);
  again.form.value = form;
  return again;
}

test('[INV9] a refused edit of what somebody else has changed as well is a conflict, and rests on what its author saw', async () => {
  const { seen, now, notice } = await refused(
    (expense) => costing(4000, expense),
    (expense) => ({ ...costing(5000, expense), note: 'theirs' }),
  );
  expect(notice).toMatchObject({ code: 'stale-version', base: { version: 1, amount: seen.amount } });
  const draft = lookAgain(notice, now);
  expect(standingOf(kind, draft, now)).toMatchObject({ seen: { version: 1 }, newer: now, conflicts: ['amount'] });
  expect(draft.form.value.amount).toBe('40.00');

  restOn(kind, draft, now, draft.origin.value.form);
  expect(draft.form.value).toMatchObject({ amount: '40.00', note: 'theirs' });
  expect(standingOf(kind, draft, now)).toEqual({ seen: now, newer: null, conflicts: [] });
});

test('[WRITE7] what only one of the two has changed merges by itself: mine stays, and the rest is as they left it', async () => {
  const { now, notice } = await refused(
    () => ({ note: 'mine' }),
    (expense) => costing(5000, expense),
  );
  const draft = lookAgain(notice, now);
  expect(standingOf(kind, draft, now).conflicts).toEqual([]);
  restOn(kind, draft, now, draft.origin.value.form);
  expect(draft.form.value).toEqual({ ...formOf(now, format), note: 'mine' });
});

test('[INV9] where what was seen is not known, everything that was to be changed is a conflict', async () => {
  const { now, notice } = await refused(
    () => ({ note: 'mine' }),
    (expense) => costing(5000, expense),
  );
  const { base: _, ...before } = notice;
  const draft = lookAgain(before, now);
  expect(standingOf(kind, draft, now).conflicts).toEqual(['note']);
  expect(editOf(now, { ...now, note: draft.form.value.note })).toEqual({ note: 'mine' });
});
