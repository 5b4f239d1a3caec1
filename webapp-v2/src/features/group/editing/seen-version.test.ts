import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createMoneyFormat } from '../../../i18n/money-format.ts';
import { openGroup } from '../../../stores/group/testing/open-group.ts';
import { beginDraft, isTouched } from '../../../ui/editing/draft.ts';
import { restOn, standingOf } from '../../../ui/editing/use-editing.ts';
import { formOf } from '../expense-form/form.ts';
import { editableExpense } from '../expense-form/units.ts';

const format = createMoneyFormat('en');
const kind = editableExpense(format);
const BRUNOS_CHANGE = '00000000-0000-4000-8000-0000000000bb';

/** Anna has typed into the form of an expense whose newest state is an edit of hers that Bruno's overtakes under the same version. */
async function overtaken() {
  const { clock, client, server, group } = await openGroup({ brunoHas: 1 });
  const shown = () => group.rows.value[0]?.expense ?? expect.fail('no such row');
  const { id } = shown();
  server.setWeather({ fate: () => 'unheard' });
  group.editExpense(id, { description: 'Hers before' }, 1);
  const seen = shown();
  const draft = beginDraft({ entity: seen, form: formOf(seen, format) });
  draft.form.value = { ...draft.form.value, description: 'Typed by Anna' };
  server.bruno.update(BRUNOS_CHANGE, id, { description: 'Written by Bruno' });
  server.setWeather({});
  client.announce();
  await clock.advance(60_000);
  return { seen, now: shown(), draft, notices: group.notices.value };
}

test('[INV9] a version of somebody else under the number that a refused one of mine would have had is a conflict', async () => {
  const { seen, now, draft, notices } = await overtaken();
  expect([seen.version, now.version, notices.length]).toEqual([2, 2, 1]);
  expect(standingOf(kind, draft, now)).toMatchObject({ seen, newer: { description: 'Written by Bruno' }, conflicts: ['description'] });
});

test('[INV9] keeping mine then rests on what was shown, and taking theirs leaves nothing typed', async () => {
  const { now, draft } = await overtaken();
  restOn(kind, draft, now, draft.origin.value.form);
  expect(draft.form.value).toMatchObject({ description: 'Typed by Anna' });
  expect(standingOf(kind, draft, now)).toEqual({ seen: now, newer: null, conflicts: [] });
  restOn(kind, draft, now, draft.form.value);
  expect(draft.form.value).toBe(draft.origin.value.form);
});

test('an own change that the server confirms is nothing new to its author', async () => {
  const { clock, group } = await openGroup({ brunoHas: 1 });
  const shown = () => group.rows.value[0]?.expense ?? expect.fail('no such row');
  group.editExpense(shown().id, { note: 'hers' }, 1);
  const seen = shown();
  const draft = beginDraft({ entity: seen, form: formOf(seen, format) });
  await clock.advance(1000);
  expect(group.rows.value[0]).toMatchObject({ pending: false });
  expect(standingOf(kind, draft, shown()).newer).toBeNull();
});

test('[CONF1] what was typed and taken back is nobody’s change: what somebody else made of it joins the form', async () => {
  const { draft, seen } = await overtaken();
  const start = draft.origin.value.form;
  draft.form.value = {
    ...start,
    among: { ...start.among },
    entries: { ...start.entries, exact: { [Object.keys(start.among)[0] ?? '']: '' } },
  };
  const now = {
    ...seen,
    version: 3,
    amount: minor(seen.amount + 100),
    payers: { [Object.keys(seen.payers)[0] ?? '']: minor(seen.amount + 100) },
  };
  expect(standingOf(kind, draft, now)).toMatchObject({ newer: now, conflicts: [] });
  restOn(kind, draft, now, start);
  expect(draft.form.value).toEqual(formOf(now, format));
});

test('[CONF1] what both made the same of is no conflict: the answer to the own change may have been lost', async () => {
  const { draft, seen } = await overtaken();
  const now = { ...seen, version: 3, description: 'Typed by Anna', note: 'hers' };
  expect(standingOf(kind, draft, now)).toMatchObject({ newer: now, conflicts: [] });
  restOn(kind, draft, now, draft.origin.value.form);
  expect([draft.form.value, isTouched(draft)]).toEqual([formOf(now, format), false]);
});
