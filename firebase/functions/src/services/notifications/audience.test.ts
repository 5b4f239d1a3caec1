import { expect, test } from 'vitest';
import { activeAccounts, FAREWELL_MS, farewellOwed } from './audience.ts';
import type { HeadMember } from './ports.ts';

const NOW = 1_000_000;

const active = (userId: string | null, joinedSeq = 1): HeadMember => ({ status: 'active', userId, joinedSeq, leftSeq: null, leftAt: null });
const left = (userId: string, leftSeq: number, leftAt = NOW - 1_000): HeadMember => ({
  status: 'left',
  userId,
  joinedSeq: 1,
  leftSeq,
  leftAt,
});
const placeholder: HeadMember = { status: 'placeholder', userId: null, joinedSeq: 2, leftSeq: null, leftAt: null };

test('[NTF7] the audience is the accounts of the active members, each once', () => {
  expect(activeAccounts([active('mo'), active('al'), active('mo'), placeholder, left('gone', 3), active(null)])).toEqual(['al', 'mo']);
});

test('[NTF8] nobody is owed a farewell where nobody left since the last notification', () => {
  expect(farewellOwed([active('al'), left('gone', 3)], 3, NOW)).toBeNull();
});

test('[NTF8] a farewell goes as far as the leaving and no further, to the leaver and to those who were there', () => {
  const members = [active('al'), left('gone', 3), active('newcomer', 4)];
  expect(farewellOwed(members, 2, NOW)).toEqual({ seq: 3, affectedUsers: ['al', 'gone'] });
});

test('[NTF8] those who left one after the other are bidden farewell in that order', () => {
  const members = [active('al'), left('second', 5), left('first', 3)];
  expect(farewellOwed(members, 2, NOW)).toEqual({ seq: 3, affectedUsers: ['al', 'first', 'second'] });
  expect(farewellOwed(members, 3, NOW)).toEqual({ seq: 5, affectedUsers: ['al', 'second'] });
});

test('[NTF8] [INV12] a minute after somebody left it is too late for a farewell', () => {
  const leftAt = NOW - FAREWELL_MS;
  expect(farewellOwed([left('gone', 3, leftAt + 1)], 2, NOW)).not.toBeNull();
  expect(farewellOwed([left('gone', 3, leftAt)], 2, NOW)).toBeNull();
});
