import type { ChangesPage, Invite } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createGroupActions } from './group-actions.ts';
import type { GroupLink } from './group-link.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An open group whose server lists the invitations that work, by the ids `i1`, `i2`, … of their making. */
function inviting() {
  const working = new Map<string, Pick<Invite, 'id' | 'expiresAt'>>();
  const weather = { isOffline: false, now: 0 };
  let count = 0;
  const server = {
    createInvite(): Pick<ChangesPage, 'entries'> {
      const state = { id: `i${++count}`, expiresAt: weather.now + 30 * DAY_MS } as Invite;
      working.set(state.id, state);
      return { entries: [{ entity: { kind: 'invite', state } } as ChangesPage['entries'][number]] };
    },
    listInvites: () => ({ invites: [...working.values()] }),
  };
  const account = {
    uid: 'anna',
    signal: new AbortController().signal,
    clock: { now: () => weather.now, sleep: async () => {} },
    randomness: { random: () => 0, uuid: () => 'key', token: () => `secret-${count + 1}` },
    async call(endpoint: keyof typeof server) {
      if (weather.isOffline) throw new TypeError('no network');
      return server[endpoint]();
    },
  };
  const replica = { confirmed: () => ({ group: {} }), receive() {} };
  const actions = createGroupActions(() => ({ groupId: 'g', account, replica }) as unknown as GroupLink, 'https://split.test');
  const linkFor = async (claims: string | null, role: 'member' | 'viewer' = 'member') => {
    const made = await actions.createInvite(claims, role);
    return made.ok ? made.value.link.replace('https://split.test/join#', '') : made.code;
  };
  return { linkFor, working, weather };
}

test('[ACT8] who invites the same people again is given the link that was made before', async () => {
  const { linkFor } = inviting();
  expect(await linkFor(null)).toBe('secret-1');
  expect([await linkFor('cleo'), await linkFor(null, 'viewer')]).toEqual(['secret-2', 'secret-3']);
  expect([await linkFor(null), await linkFor('cleo'), await linkFor(null, 'viewer')]).toEqual(['secret-1', 'secret-2', 'secret-3']);
});

test('[ACT8] where that is withdrawn or used up, another one is made', async () => {
  const { linkFor, working } = inviting();
  await linkFor('cleo');
  working.delete('i1');
  expect([await linkFor('cleo'), await linkFor('cleo')]).toEqual(['secret-2', 'secret-2']);
});

test('[ACT8] a link that works for a shorter time than its reader is told is not given again', async () => {
  const { linkFor, weather } = inviting();
  await linkFor(null);
  weather.now = DAY_MS - 1;
  expect(await linkFor(null)).toBe('secret-1');
  weather.now = DAY_MS;
  expect(await linkFor(null)).toBe('secret-2');
});

test('[ACT8] whether it still works is asked for, not guessed', async () => {
  const { linkFor, weather } = inviting();
  await linkFor(null);
  weather.isOffline = true;
  expect(await linkFor(null)).toBe('offline');
  weather.isOffline = false;
  expect(await linkFor(null)).toBe('secret-1');
});
