import { expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';

test('[FLOW7] a cut link is called incomplete, an unknown one asks for a new one, and all else is told as it is', () => {
  expect(refusalOf('invalid-request')).toBe('join.badLink');
  expect(refusalOf('not-found')).toBe('join.ended');
  expect(refusalOf('invite-expired')).toBe('problem.invite-expired');
  expect(refusalOf('offline')).toBe('problem.offline');
});
