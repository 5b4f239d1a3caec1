import type { Profile } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { beginDraft } from '../../ui/editing/draft.ts';
import { restOn, standingOf } from '../../ui/editing/use-editing.ts';
import { editableProfile, type ProfileContent, profileEditOf } from './profile-content.ts';

const profile: Profile = { userId: 'u', displayName: 'Mara', locale: null, defaultCurrency: 'EUR', version: 3 };
const { formOf, contentOf } = editableProfile;
const editOf = (patch: Partial<ProfileContent>, of = profile) => profileEditOf(of, contentOf({ ...formOf(of), ...patch }));

test('only what differs from the profile is sent', () => {
  expect(editOf({ displayName: ' Mara Linde ', locale: 'de' })).toEqual({ displayName: 'Mara Linde', locale: 'de' });
  expect(editOf({ displayName: 'Mara ', locale: null, defaultCurrency: 'EUR' })).toBeNull();
});

test('going back to what the browser says is a change too', () => {
  const german: Profile = { ...profile, locale: 'de' };
  expect(editOf({ locale: null, defaultCurrency: null }, german)).toEqual({ locale: null, defaultCurrency: null });
});

const typing = (patch: Partial<ProfileContent>) => {
  const draft = beginDraft<ProfileContent, Profile>({ entity: profile, form: formOf(profile) });
  draft.form.value = { ...draft.form.value, ...patch };
  return draft;
};

test('[FORM3] a name that was given on another device meanwhile is not overwritten unseen', () => {
  const elsewhere: Profile = { ...profile, displayName: 'M. Linde', version: 4 };
  expect(standingOf(editableProfile, typing({ displayName: 'Mara L.' }), elsewhere).conflicts).toEqual(['displayName']);
  expect(standingOf(editableProfile, typing({ locale: 'de' }), elsewhere).conflicts).toEqual([]);
});

test('[FORM4] what is typed while the profile is being saved stays', () => {
  const draft = typing({ locale: 'de' });
  const sent = draft.form.value;
  draft.form.value = { ...sent, displayName: 'Mara L.' };
  const saved: Profile = { ...profile, locale: 'de', version: 4 };
  restOn(editableProfile, draft, saved, sent);
  expect(draft.form.value).toEqual({ displayName: 'Mara L.', locale: 'de', defaultCurrency: 'EUR' });
});
