import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { openGroup } from '../../../stores/group/testing/open-group.ts';
import { draftName } from '../editing/draft-name.ts';
import { blankForm } from '../expense-form/form.ts';
import { createPeople } from '../people.ts';
import { isKept } from './is-kept.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });

test('[DRAFT4] of what somebody has deleted, an edit that was begun is kept for the words in it, and for nothing else', async () => {
  const { group, server, client, clock } = await openGroup({ brunoHas: 1 });
  const [row] = group.rows.value;
  const id = row?.expense.id ?? '';
  const people = createPeople({ members: {} }, null, i18n);
  const form = blankForm({ payer: 'a', members: ['a'], currency: 'EUR', date: '2026-11-21' });
  const kept = (patch: object) =>
    isKept(draftName.edit(id), { form: { ...form, ...patch }, origin: { entity: row?.expense, form } }, group, people, i18n);
  expect([kept({ note: 'dry wood' }), kept({ category: 'food' })]).toEqual([true, true]);
  server.bruno.remove(client.uuid(), id);
  client.announce();
  await clock.advance(5000);
  expect(group.rows.value).toEqual([]);
  expect([kept({ note: 'dry wood' }), kept({ category: 'food' })]).toEqual([true, false]);
});
