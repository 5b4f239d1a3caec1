import type { Invite } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { de } from '../../../i18n/de.ts';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { revokedText } from './invite-text.ts';

test('[WORD3] of a withdrawn link it is said whom it was for and when it was made', () => {
  const members = { carla: { id: 'carla', displayName: 'Carla' } };
  const told = (spoken: Parameters<typeof createI18n>[0], claims: string | null) => {
    const i18n = createI18n(spoken);
    const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], null, i18n);
    // From noon wherever the test runs, thirty days of 24 hours before.
    const expiresAt = new Date(2026, 4, 1, 12).getTime() + 30 * 24 * 60 * 60 * 1000;
    return revokedText({ claims, expiresAt } as Invite, people, i18n);
  };
  const english = { ...ENGLISH, preferred: ['en-GB'], now: () => 0 };
  expect(told(english, null)).toBe('For anybody, made 1 May 2026, 12:00: the link does not work any more.');
  expect(told(english, 'carla')).toBe('For Carla, made 1 May 2026, 12:00: the link does not work any more.');
  const german = { language: 'de', messages: de, preferred: ['de'], now: () => 0 };
  expect(told(german, 'carla')).toBe('Für Carla, erstellt 01.05.2026, 12:00: Der Link gilt nicht mehr.');
});
