import type { Profile } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { changedFields } from './profile-draft.ts';

const profile: Profile = { userId: 'u', displayName: 'Mara', locale: null, defaultCurrency: 'EUR', version: 3 };

test('only what differs from the profile is sent', () => {
  expect(changedFields(profile, { displayName: ' Mara Linde ', locale: 'de' })).toEqual({ displayName: 'Mara Linde', locale: 'de' });
  expect(changedFields(profile, { displayName: 'Mara ', locale: null, defaultCurrency: 'EUR' })).toBeNull();
  expect(changedFields(profile, {})).toBeNull();
});

test('going back to what the browser says is a change too', () => {
  expect(changedFields({ ...profile, locale: 'de' }, { locale: null, defaultCurrency: null })).toEqual({
    locale: null,
    defaultCurrency: null,
  });
});
