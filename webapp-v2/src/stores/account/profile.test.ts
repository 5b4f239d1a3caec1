import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import { createModelClient } from '../../sync/testing/model-client.ts';
import { createModelServer } from '../../sync/testing/model-server.ts';
import { createVirtualClock } from '../../sync/testing/virtual-clock.ts';
import { createProfileStore } from './profile.ts';

function setUp({ db = createMemoryDb() } = {}) {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const sync = signal<AccountSync | null>(null);
  let signedOut = 0;
  const store = createProfileStore({
    sync,
    async signOut() {
      signedOut += 1;
      sync.value = null;
    },
  });
  const signIn = () => {
    const client = createModelClient(server, clock, { db });
    sync.value = client.sync;
    return client;
  };
  const inTime = async <T>(answer: Promise<T>): Promise<T> => {
    await clock.advance(10_000);
    return answer;
  };
  return { clock, server, db, sync, store, signIn, inTime, signedOut: () => signedOut };
}

describe('the profile', () => {
  test('[PROF1] is there from the copy of this browser, then from the server', async () => {
    const { clock, server, db, store, signIn } = setUp();
    await db.writeProfile({ userId: 'uid-anna', displayName: 'Anna', locale: 'de', defaultCurrency: null, version: 0 });
    server.renameAnna('Anna S.');
    server.setWeather({ delayMs: () => 500 });
    expect(store.profile.value).toBeNull();
    signIn();
    await clock.advance(10);
    expect(store.profile.value).toMatchObject({ displayName: 'Anna', locale: 'de' });
    await clock.advance(1000);
    expect(store.profile.value).toMatchObject({ displayName: 'Anna S.', version: 1 });
    expect(await db.readProfile()).toMatchObject({ version: 1 });
  });

  test('[PROF2] is asked for again until it has arrived', async () => {
    const { clock, server, store, signIn } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    signIn();
    await clock.advance(5000);
    expect(store.profile.value).toBeNull();
    server.setWeather({});
    await clock.advance(60_000);
    expect(store.profile.value?.displayName).toBe('Anna Sommer');
  });

  test('[PROF3] what is saved is shown, and is there at the next visit', async () => {
    const { clock, db, store, signIn, inTime } = setUp();
    signIn();
    await clock.advance(1000);
    expect(await inTime(store.save({ locale: 'de', defaultCurrency: 'JPY' }, 0))).toMatchObject({ ok: true, value: { locale: 'de' } });
    expect(store.profile.value).toMatchObject({ locale: 'de', defaultCurrency: 'JPY', version: 1 });
    expect(await db.readProfile()).toEqual(store.profile.value);
  });

  test('[PROF4][INV9] an edit on top of what another device has changed is refused, and theirs is shown', async () => {
    const { clock, server, store, signIn, inTime } = setUp();
    signIn();
    await clock.advance(1000);
    server.renameAnna('Anna S.');
    expect(await inTime(store.save({ displayName: 'Annie' }, 0))).toEqual({ ok: false, code: 'stale-version' });
    expect(store.profile.value?.displayName).toBe('Anna S.');
    // The form that was opened before theirs arrived is as stale as it was.
    expect(await inTime(store.save({ displayName: 'Annie' }, 0))).toEqual({ ok: false, code: 'stale-version' });
  });

  test('[PROF5] deleting the account signs out; while the server cannot be reached nothing happens', async () => {
    const { clock, server, store, signIn, inTime, signedOut } = setUp();
    signIn();
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unheard' });
    expect(await inTime(store.deleteAccount())).toEqual({ ok: false, code: 'offline' });
    expect(signedOut()).toBe(0);
    server.setWeather({});
    expect(await inTime(store.deleteAccount())).toEqual({ ok: true, value: null });
    expect([signedOut(), store.profile.value]).toEqual([1, null]);
  });

  test('[PROF5] a deletion that was interrupted goes on under its id when the server says that the account is deleted', async () => {
    const { clock, server, store, signIn, inTime, signedOut } = setUp();
    signIn();
    await clock.advance(1000);
    const keys: unknown[] = [];
    server.onRequest((name, { idempotencyKey }) => name === 'deleteMe' && keys.push(idempotencyKey));
    server.setWeather({ fate: () => 'unanswered' });
    expect(await inTime(store.deleteAccount())).toEqual({ ok: false, code: 'offline' });
    store.accountIsDeleted();
    await clock.advance(10_000);
    expect(signedOut()).toBe(0);
    server.setWeather({});
    store.accountIsDeleted();
    await clock.advance(1000);
    expect([signedOut(), keys.length, new Set(keys).size]).toEqual([1, 7, 1]);
  });

  test('[PROF5] an account that was deleted elsewhere is signed out', async () => {
    const { clock, store, signIn, signedOut } = setUp();
    signIn();
    await clock.advance(1000);
    store.accountIsDeleted();
    expect(signedOut()).toBe(1);
  });

  test('[PROF5] an interrupted deletion is never taken for that of the next account', async () => {
    const { clock, server, sync, store, signIn, inTime, signedOut } = setUp();
    const client = signIn();
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unheard' });
    expect(await inTime(store.deleteAccount())).toEqual({ ok: false, code: 'offline' });
    client.end();
    sync.value = null;
    server.setWeather({});
    signIn();
    await clock.advance(1000);
    server.calls.length = 0;
    store.accountIsDeleted();
    await clock.advance(1000);
    expect([server.calls, signedOut()]).toEqual([[], 1]);
  });

  test('[SESS4] an answer that comes after the account has ended is shown to nobody', async () => {
    const { clock, server, sync, store, signIn } = setUp();
    const client = signIn();
    await clock.advance(1000);
    server.setWeather({ delayMs: () => 1000 });
    const saved = store.save({ displayName: 'Annie' }, 0);
    await clock.advance(1500);
    client.end();
    sync.value = null;
    await clock.advance(10_000);
    expect([await saved, store.profile.value]).toEqual([{ ok: false, code: 'unauthenticated' }, null]);
  });
});
