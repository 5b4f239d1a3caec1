import type { Group } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { beginDraft } from '../../../ui/editing/draft.ts';
import { restOn, standingOf } from '../../../ui/editing/use-editing.ts';
import { groupFacts } from './group-facts.ts';
import { editableGroup, groupFormOf } from './group-form.ts';

const seen = { name: 'Flat', description: '', currency: 'EUR', settings: { simplifyDebts: true }, version: 3 } as Group;
const renamed: Group = { ...seen, name: 'House', version: 4 };
const typing = (patch: Partial<ReturnType<typeof groupFormOf>>) => {
  const draft = beginDraft({ entity: seen, form: groupFormOf(seen) });
  draft.form.value = { ...draft.form.value, ...patch };
  return draft;
};

test('[FORM3] settings that somebody else changed meanwhile are not overwritten unseen', () => {
  expect(standingOf(editableGroup, typing({ name: 'Villa' }), renamed)).toMatchObject({ seen, conflicts: ['name'] });
  expect(standingOf(editableGroup, typing({ currency: 'SEK' }), renamed)).toMatchObject({ newer: renamed, conflicts: [] });
});

test('[FORM3] a group that moved on without a change of its settings is the same to their editor', () => {
  expect(standingOf(editableGroup, typing({ name: 'Villa' }), { ...seen, lastActivityAt: 9 } as Group).newer).toBeNull();
});

test('[FORM4] what is typed while it is being saved stays', () => {
  const draft = typing({ name: 'House' });
  const sent = draft.form.value;
  draft.form.value = { ...sent, description: 'by the lake' };
  restOn(editableGroup, draft, renamed, sent);
  expect(draft.form.value).toEqual({ ...groupFormOf(renamed), description: 'by the lake' });
  expect(draft.origin.value.entity).toBe(renamed);
});

test('[CONF1] of their settings those in conflict are told', () => {
  const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
  expect(groupFacts(renamed, ['name', 'description'], i18n)).toBe('Name of the group: “House” · Description: empty');
  expect(groupFacts(renamed, ['currency', 'settings'], i18n)).toBe('Usual currency: Euro · Simplify debts: On');
});
