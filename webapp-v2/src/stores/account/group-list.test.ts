import { signal } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import type { StoredGroupList } from '../../local-db/local-db.ts';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import { ANNA, aChange, aCreation, aDraft, aStoredGroup, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import { ApiProblem } from '../../sync/api-error.ts';
import { createModelClient } from '../../sync/testing/model-client.ts';
import { createModelServer } from '../../sync/testing/model-server.ts';
import { createVirtualClock } from '../../sync/testing/virtual-clock.ts';
import { createGroupListStore } from './group-list.ts';

const summary = (n: number, myBalances: Record<string, number>): GroupSummary => ({
  id: idOf(n),
  name: `Group ${n}`,
  currency: 'EUR',
  hasDescription: false,
  memberCount: 2,
  myMemberId: ANNA,
  myBalances: Object.fromEntries(Object.entries(myBalances).map(([currency, amount]) => [currency, minor(amount)])),
  seq: 1,
  lastActivityAt: n,
});

const stored = (groups: GroupSummary[]): StoredGroupList => ({ groups, cursor: '0@epoch-0', epoch: 'epoch-0' });

function setUp({ db = createMemoryDb() } = {}) {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const start = () => createModelClient(server, clock, { db });
  const sync = signal<AccountSync | null>(null);
  return { clock, server, db, sync, start, store: createGroupListStore(sync) };
}

describe('the group list', () => {
  test('[LIST1] shows the copy of this browser before the server has answered', async () => {
    const { clock, server, db, sync, start, store } = setUp();
    await db.writeGroupList(stored([summary(1, {})]));
    server.setWeather({ delayMs: () => 1000 });
    sync.value = start().sync;
    expect(store.status.value).toBe('loading');
    await clock.advance(10);
    expect([store.status.value, store.groups.value.map(({ id }) => id)]).toEqual(['ready', [idOf(1)]]);
    await clock.advance(5000);
    expect(store.groups.value.map(({ id }) => id)).toEqual([GROUP_ID]);
  });

  test('[LIST2] totals are kept per currency, leave out what is settled, and tell what only evens out', async () => {
    const { clock, server, db, sync, start, store } = setUp();
    await db.writeGroupList(stored([summary(1, { EUR: 500, JPY: -70 }), summary(2, { EUR: -700, KWD: 5 }), summary(3, { KWD: -5 })]));
    server.setWeather({ fate: () => 'unheard' });
    sync.value = start().sync;
    await clock.advance(10);
    expect(store.totals.value).toEqual([
      { currency: 'EUR', amount: -200 },
      { currency: 'JPY', amount: -70 },
      { currency: 'KWD', amount: 0 },
    ]);
  });

  test('[LIST3] without a copy a failure shows, and goes away by itself', async () => {
    const { clock, server, sync, start, store } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    sync.value = start().sync;
    await clock.advance(100);
    expect(store.status.value).toBe('failed');
    server.setWeather({});
    await clock.advance(60_000);
    expect(store.status.value).toBe('ready');
  });

  test('[API8] that the server does not understand this program shows as what it is, not as a failed connection', async () => {
    const { clock, server, sync, start, store } = setUp();
    server.setWeather({ refusal: () => new ApiProblem(405, 'method-not-allowed') });
    sync.value = start().sync;
    await clock.advance(100);
    expect(store.status.value).toBe('outdated');
  });

  test('[LIST4] an announced change is read once, and one that is known already not at all', async () => {
    const { clock, server, sync, start } = setUp();
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    server.calls.length = 0;
    client.announce();
    await clock.advance(1000);
    expect(server.calls).toEqual([]);
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    client.announce();
    client.announce();
    await clock.advance(5000);
    expect(server.calls).toEqual(['listChanges']);
  });

  test('[LIST5] a group that is announced but not in the list is not asked for again and again', async () => {
    const { clock, server, sync, start } = setUp();
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    server.removeAnna();
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    server.calls.length = 0;
    client.announce();
    await clock.advance(60_000);
    client.announce();
    await clock.advance(60_000);
    expect(server.calls).toEqual(['listChanges']);
  });

  test('[LIST6] an open group teaches the list what it learnt, so the list is not read again', async () => {
    const { clock, server, sync, start, store } = setUp();
    const client = start();
    sync.value = client.sync;
    client.sync.open(GROUP_ID, new AbortController().signal);
    await clock.advance(1000);
    server.calls.length = 0;
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    client.announce();
    await clock.advance(5000);
    expect(server.calls).toEqual(['pullChanges']);
    expect(store.groups.value).toMatchObject([{ seq: 2, myBalances: { EUR: 500 } }]);
  });

  test('[LIST8] what is known is asked for no more: only what changed since arrives, also after a reload of the page', async () => {
    const { clock, server, db, sync, start, store } = setUp();
    const first = start();
    sync.value = first.sync;
    await clock.advance(1000);
    first.end();
    const [before] = store.groups.value;
    sync.value = start().sync;
    await clock.advance(1000);
    expect(store.groups.value).toEqual([before]);
    expect((await db.readGroupList())?.cursor).toBe('1@epoch-1');
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    store.refresh();
    await clock.advance(1000);
    expect(store.groups.value).toMatchObject([{ id: GROUP_ID, seq: 2, myBalances: { EUR: 500 } }]);
  });

  test('[LIST9] a group that its reader is no longer in leaves the list', async () => {
    const { clock, server, sync, start, store } = setUp();
    sync.value = start().sync;
    await clock.advance(1000);
    server.removeAnna();
    store.refresh();
    await clock.advance(1000);
    expect(store.groups.value).toEqual([]);
  });

  test('[LIST9] what this browser keeps of a group that was left goes with it, and what was not sent is told', async () => {
    const { clock, server, db, sync, start, store } = setUp();
    await db.writeSnapshot(aStoredGroup(1), []);
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unheard' });
    client.sync.outbox.enqueue(aCreation(1), null);
    await clock.advance(10);
    server.removeAnna();
    server.setWeather({ refusal: () => null });
    store.refresh();
    await clock.advance(10);
    expect(store.groups.value).toEqual([]);
    expect([await db.readGroup(GROUP_ID), client.sync.outbox.pending(GROUP_ID)]).toEqual([null, []]);
    expect(store.unseenNotices.value).toEqual([{ groupId: GROUP_ID, name: 'Cabin weekend', count: 1 }]);
  });

  test('[LIST10] after a back-up was restored the list is what the server has, though it is older', async () => {
    const { clock, server, sync, start, store } = setUp();
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    sync.value = start().sync;
    await clock.advance(1000);
    server.restore('epoch-2');
    store.refresh();
    await clock.advance(1000);
    expect(store.groups.value).toMatchObject([{ id: GROUP_ID, seq: 1, myBalances: {} }]);
  });

  test('[LIST10] so it is where nobody wrote another epoch, by the server’s word or by an open group that was ahead of it', async () => {
    const { clock, server, sync, start, store } = setUp();
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    server.restore();
    store.refresh();
    await clock.advance(1000);
    expect(store.groups.value).toMatchObject([{ id: GROUP_ID, seq: 1, myBalances: {} }]);

    const replica = client.sync.open(GROUP_ID, new AbortController().signal);
    for (const n of [3, 4]) server.bruno.create(idOf(n + 10), { ...aDraft(), id: idOf(n) });
    void replica.check();
    await clock.advance(1000);
    // Of another group nothing is told: what its open page had learnt before it was put back is not there.
    client.sync.list.learn({ ...server.group(), id: idOf(5), seq: 9 });
    server.restore();
    void replica.check();
    await clock.advance(1000);
    expect(store.groups.value).toMatchObject([{ id: GROUP_ID, seq: 1, myBalances: {} }]);
  });

  test('[LIST10] a group that is told further back than it is known leads to the whole list', async () => {
    const { clock, server, sync, start, store } = setUp();
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    client.sync.list.learn({ ...server.group(), seq: 9, name: 'Lost' });
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    store.refresh();
    await clock.advance(1000);
    expect(store.groups.value.map(({ name, seq }) => [name, seq])).toEqual([[server.group().name, 2]]);
  });

  test('[LIST11] what is learnt while the server is being asked is not lost by its older answer', async () => {
    const { clock, server, sync, start, store } = setUp();
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    server.setWeather({ delayMs: () => 1000 });
    store.refresh();
    await clock.advance(500);
    const group = { ...server.group(), seq: 7, name: 'Cabin' };
    client.sync.list.learn(group);
    client.sync.list.learn({ ...group, id: idOf(5) });
    await clock.advance(5000);
    expect(store.groups.value.map(({ name, seq }) => [name, seq])).toEqual([
      ['Cabin', 7],
      ['Cabin', 7],
    ]);
    store.refresh();
    await clock.advance(500);
    client.sync.list.forget(idOf(5));
    await clock.advance(5000);
    expect(store.groups.value.map(({ id }) => id)).toEqual([GROUP_ID]);
  });

  test('[LIST14] refused changes are told by group, those of groups that nobody has open too, until they are dismissed', async () => {
    const { clock, sync, start, store } = setUp();
    const client = start();
    sync.value = client.sync;
    await clock.advance(1000);
    const { outbox } = client.sync;
    const update = (n: number, groupId: string) => aChange(n, idOf(50), { kind: 'expense', action: 'delete', version: 1 }, { groupId });
    outbox.enqueue(update(1, GROUP_ID), null);
    outbox.enqueue(update(2, GROUP_ID), null);
    outbox.enqueue(update(3, idOf(5)), null);
    await clock.advance(1000);
    expect(store.unseenNotices.value).toEqual([
      { groupId: GROUP_ID, name: 'Cabin weekend', count: 2 },
      { groupId: idOf(5), name: null, count: 1 },
    ]);
    outbox.dismiss(idOf(1));
    outbox.dismiss(idOf(3));
    expect(store.unseenNotices.value).toEqual([{ groupId: GROUP_ID, name: 'Cabin weekend', count: 1 }]);
    sync.value = null;
    expect(store.unseenNotices.value).toEqual([]);
  });

  test('[LIST7] it is empty again as soon as nobody is signed in', async () => {
    const { clock, sync, start, store } = setUp();
    sync.value = start().sync;
    await clock.advance(1000);
    sync.value = null;
    expect([store.status.value, store.groups.value]).toEqual(['loading', []]);
  });
});
