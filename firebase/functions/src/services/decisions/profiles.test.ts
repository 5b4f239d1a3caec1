import { expect, test } from 'vitest';
import { initialProfile, tombstoneOf, updateProfile } from './profiles.ts';
import { codeOf } from './testing/household.ts';

const mara = initialProfile({ userId: 'mara', name: 'Mara' });

test('[INV9] [REST37] a profile is edited and deleted as it was seen, and not otherwise', () => {
  for (const decide of [(seen?: number) => updateProfile(mara, { locale: 'de' }, seen), (seen?: number) => tombstoneOf(mara, seen)]) {
    expect([codeOf(() => decide()), codeOf(() => decide(1)), codeOf(() => decide(0))]).toEqual([
      'precondition-required',
      'stale-version',
      'done',
    ]);
  }
});

test('[REST5] [REST37] an edit counts where it makes a difference', () => {
  expect(updateProfile(mara, { displayName: 'Mara', locale: null, defaultCurrency: null }, 0)).toBeNull();
  for (const edit of [{ displayName: 'Mara L.' }, { locale: 'de' }, { defaultCurrency: 'CHF' }]) {
    expect(updateProfile(mara, edit, 0)).toEqual({ ...mara, ...edit, version: 1 });
  }
});

test('[REST38] nothing that somebody said of themselves is left', () => {
  const said = { ...mara, locale: 'de', defaultCurrency: 'CHF', version: 4 };
  expect(tombstoneOf(said, 4)).toEqual({ userId: 'mara', displayName: '', locale: null, defaultCurrency: null, version: 5 });
});
