import { expect, test } from 'vitest';
import type { AccountSync } from '../sync/account-sync.ts';
import { createIdempotentAction } from './idempotent-action.ts';
import type { Result } from './result.ts';

let made = 0;
const randomness: AccountSync['randomness'] = { random: () => 0, uuid: () => `id-${++made}`, token: () => '' };
const anna = { uid: 'anna', randomness } as AccountSync;
const bruno = { uid: 'bruno', randomness } as AccountSync;

function setUp() {
  made = 0;
  const act = createIdempotentAction(({ uuid }) => uuid());
  /** The id under which this was sent. */
  const send = async (account: AccountSync, name: string, ok: boolean) => {
    let sent = '';
    await act(account, { name }, async (id): Promise<Result<null>> => {
      sent = id;
      return ok ? { ok, value: null } : { ok, code: 'offline' };
    });
    return sent;
  };
  return send;
}

test('[ACT7] an intended change keeps its id until it has succeeded', async () => {
  const send = setUp();
  expect([await send(anna, 'Cleo', false), await send(anna, 'Cleo', false), await send(anna, 'Cleo', true)]).toEqual([
    'id-1',
    'id-1',
    'id-1',
  ]);
  expect(await send(anna, 'Cleo', true)).toBe('id-2');
});

test('[ACT7] what says something else, or is of somebody else, is another change', async () => {
  const send = setUp();
  expect([await send(anna, 'Cleo', false), await send(anna, 'Cleo B.', false), await send(bruno, 'Cleo B.', false)]).toEqual([
    'id-1',
    'id-2',
    'id-3',
  ]);
});
