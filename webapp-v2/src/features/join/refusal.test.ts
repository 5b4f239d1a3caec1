import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import { en } from '../../i18n/en.ts';
import { mayWorkLater, refusalOf } from './refusal.ts';

test('[FLOW7] a cut link is called incomplete, an unknown one asks for a new one, and all else is told as it is', () => {
  expect(refusalOf('invalid-request')).toBe('join.badLink');
  expect(refusalOf('not-found')).toBe('join.ended');
  expect(refusalOf('invite-expired')).toBe('problem.invite-expired');
  expect(refusalOf('offline')).toBe('problem.offline');
});

test('[FLOW7] an invitation that admits its reader no more is not called expired alone: it may be from before they left', () => {
  expect(en[refusalOf('invite-expired')]).toMatch(/expired or was withdrawn, or it was made before you left .* Ask for a new link/);
  expect(de[refusalOf('invite-expired')]).toMatch(/abgelaufen oder zurückgezogen, .* von vor deinem Austritt.* neuen Link/);
});

test('[FLOW7] whose place is taken or gone is told so, and what to do', () => {
  expect(refusalOf('already-claimed')).toBe('join.placeTaken');
  expect(refusalOf('member-unavailable')).toBe('join.placeGone');
  expect((['already-claimed', 'member-unavailable'] as const).map(mayWorkLater)).toEqual([false, false]);
});

test('[FLOW7] an invitation that could not be looked at is not called a bad one', () => {
  expect((['offline', 'busy', 'internal', 'rate-limited'] as const).map(mayWorkLater)).toEqual([true, true, true, true]);
  expect((['not-found', 'invalid-request', 'invite-expired', 'group-full'] as const).map(mayWorkLater)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
