import { effect, signal } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import {
  ANNA,
  aDraft,
  aGroup,
  anExpense,
  aStoredGroup,
  BRUNO,
  evenly,
  expenseRow,
  GROUP_ID,
  idOf,
} from '../../local-db/testing/samples.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import { createModelClient } from '../../sync/testing/model-client.ts';
import { createModelServer } from '../../sync/testing/model-server.ts';
import { createVirtualClock } from '../../sync/testing/virtual-clock.ts';
import { createOpenGroup } from './open-group.ts';
import { openGroup } from './testing/open-group.ts';

const LISTED: GroupSummary = {
  id: GROUP_ID,
  name: 'Cabin weekend',
  hasDescription: false,
  currency: 'EUR',
  memberCount: 2,
  myMemberId: ANNA,
  myBalances: {},
  seq: 1,
  lastActivityAt: 1,
};

describe('an open group', () => {
  test('[OPEN1] shows the group as the server has it', async () => {
    const { group } = await openGroup({ brunoHas: 1 });
    expect(group.status.value).toBe('ready');
    expect(group.me.value?.id).toBe(ANNA);
    expect(group.rows.value).toMatchObject([{ pending: false, expense: { id: idOf(201) } }]);
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 500 }] });
    expect(group.activity.value.map(({ seq }) => seq)).toEqual([2]);
  });

  test('[OPEN2] a new expense and its balances are there in the same step, before any answer', async () => {
    const { clock, server, group } = await openGroup();
    server.setWeather({ fate: () => 'unheard' });
    const id = group.addExpense(aDraft(evenly(minor(2000))));
    expect(group.rows.value).toMatchObject([{ pending: true, expense: { id, amount: 2000 } }]);
    expect(group.balances.value).toEqual({ EUR: { [ANNA]: 1000, [BRUNO]: -1000 } });
    server.setWeather({});
    await clock.advance(60_000);
    expect(group.rows.value).toMatchObject([{ pending: false, expense: { id, amount: 2000 } }]);
    expect(server.expense(id)?.amount).toBe(2000);
  });

  test('[OPEN3] edits and deletions follow each other before the first answer', async () => {
    const { clock, server, group } = await openGroup();
    server.setWeather({ delayMs: () => 1000 });
    const id = group.addExpense(aDraft());
    group.editExpense(id, { description: 'Logs' }, 1);
    expect(group.rows.value[0]?.expense).toMatchObject({ description: 'Logs', version: 2 });
    group.deleteExpense(id);
    expect([group.rows.value, group.balances.value]).toEqual([[], {}]);
    await clock.advance(60_000);
    expect(server.expense(id)).toMatchObject({ description: 'Logs', version: 3 });
    expect([group.rows.value, group.notices.value]).toEqual([[], []]);
  });

  test('[OPEN4] rows that did not change stay the same objects while others arrive', async () => {
    const { clock, client, group, brunoAdds } = await openGroup({ brunoHas: 2 });
    const before = new Set(group.rows.value);
    brunoAdds(3);
    client.announce();
    await clock.advance(1000);
    expect(group.rows.value).toHaveLength(3);
    expect(group.rows.value.filter((row) => before.has(row))).toHaveLength(2);
  });

  test('[OPEN5] a page of changes is one step for who looks on', async () => {
    const { clock, client, group, brunoAdds } = await openGroup();
    let steps = 0;
    const stop = group.rows.subscribe(() => {
      steps += 1;
    });
    for (let n = 1; n <= 20; n++) brunoAdds(n);
    client.announce();
    await clock.advance(1000);
    stop();
    expect([steps, group.rows.value.length]).toEqual([2, 20]);
  });

  test('[OPEN6] what others change is marked for some seconds; own changes and what happened before the visit are not', async () => {
    const { clock, client, group, brunoAdds } = await openGroup({ brunoHas: 1 });
    expect(group.arrivals.value.size).toBe(0);
    group.addExpense(aDraft());
    brunoAdds(2);
    client.announce();
    await clock.advance(1000);
    expect([...group.arrivals.value]).toEqual([[idOf(202), BRUNO]]);
    await clock.advance(10_000);
    expect(group.arrivals.value.size).toBe(0);
  });

  test('[OPEN6] an own change takes the mark off its row at once', async () => {
    const { clock, server, client, group } = await openGroup({ brunoHas: 3 });
    for (const n of [1, 2, 3]) server.bruno.update(idOf(900 + n), idOf(200 + n), { description: 'theirs' });
    client.announce();
    await clock.advance(1000);
    expect([...group.arrivals.value.keys()]).toEqual([idOf(201), idOf(202), idOf(203)]);
    group.editExpense(idOf(201), { description: 'mine' }, 2);
    group.undo(group.deleteExpense(idOf(202)));
    expect([...group.arrivals.value.keys()]).toEqual([idOf(203)]);
    await clock.advance(1000);
    expect([...group.arrivals.value.keys()]).toEqual([idOf(203)]);
  });

  test('[OPEN6] what happened since the stored state is no arrival', async () => {
    const clock = createVirtualClock();
    const server = createModelServer(clock);
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    const db = createMemoryDb();
    await db.writeSnapshot(aStoredGroup(1), []);
    const client = createModelClient(server, clock, { db });
    const group = createOpenGroup({ sync: signal<AccountSync | null>(client.sync), origin: '', log: () => {} }, GROUP_ID);
    await clock.advance(1000);
    expect([group.rows.value.length, group.arrivals.value.size]).toEqual([1, 0]);
  });

  test('[NEWS1] what others did is told page by page; not what one did oneself, nor what was there before', async () => {
    const { clock, client, group, brunoAdds } = await openGroup({ brunoHas: 1 });
    expect(group.news.value).toEqual([]);
    group.addExpense(aDraft());
    await clock.advance(1000);
    expect(group.news.value).toEqual([]);
    for (const n of [2, 3]) brunoAdds(n);
    client.announce();
    await clock.advance(1000);
    const told = group.news.value;
    expect(told.map(({ actorId, entity }) => [actorId, entity.kind === 'expense' && entity.state.id])).toEqual([
      [BRUNO, idOf(202)],
      [BRUNO, idOf(203)],
    ]);
    group.addExpense(aDraft());
    await clock.advance(1000);
    expect(group.news.value).toBe(told);
  });

  test('[NEWS1] what was there before the visit arrives as another list without news; an own change before that leaves the list', async () => {
    const clock = createVirtualClock();
    const server = createModelServer(clock);
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    server.setWeather({ delayMs: () => 1000 });
    const db = createMemoryDb();
    await db.writeSnapshot(aStoredGroup(1), []);
    const client = createModelClient(server, clock, { db });
    const group = createOpenGroup({ sync: signal<AccountSync | null>(client.sync), origin: '', log: () => {} }, GROUP_ID);
    const seen: [balance: number, news: readonly unknown[]][] = [];
    const stop = effect(() => void seen.push([group.balances.value.EUR?.[ANNA] ?? 0, group.news.value]));
    await clock.advance(100);
    group.addExpense(aDraft(evenly(minor(3000))));
    await clock.advance(10_000);
    stop();
    const last = seen.slice(-3);
    expect(last.map(([balance]) => balance)).toEqual([0, 1500, 2000]);
    const [stored, own, pulled] = last.map(([, news]) => news);
    expect([own === stored, pulled === own, pulled]).toEqual([true, false, []]);
  });

  test('[OPEN7] a conflict leaves their version on screen, and a notice with mine', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 1 });
    server.bruno.update(idOf(900), idOf(201), { description: 'theirs' });
    group.editExpense(idOf(201), { description: 'mine' }, 1);
    expect(group.rows.value[0]?.expense.description).toBe('mine');
    await clock.advance(310_000);
    expect(group.rows.value[0]?.expense.description).toBe('theirs');
    const [notice] = group.notices.value;
    expect(notice).toMatchObject({ code: 'stale-version', draft: { description: 'mine' }, current: { description: 'theirs' } });
    group.dismiss(notice?.id ?? '');
    expect(group.notices.value).toEqual([]);
  });

  test('[OPEN8] after closing nothing changes any more', async () => {
    const { clock, client, group, brunoAdds } = await openGroup();
    group.close();
    brunoAdds(1);
    client.announce();
    await clock.advance(10_000);
    expect(group.rows.value).toEqual([]);
    expect(client.listening()).toEqual(['group-changes']);
  });

  test('[OPEN9] a group whose reader was removed is gone', async () => {
    const { clock, server, client, group } = await openGroup({ brunoHas: 1 });
    server.removeAnna();
    client.fail('permission-denied');
    await clock.advance(1000);
    expect([group.status.value, group.group.value]).toEqual(['gone', null]);
  });

  test('[FLOW8] one that went at an earlier visit is gone by the name it had, one that is not known by none', async () => {
    const { clock, server, client, sync, db } = await openGroup({ brunoHas: 1 });
    server.removeAnna();
    client.fail('permission-denied');
    await clock.advance(1000);
    client.end();
    sync.value = createModelClient(server, clock, { db }).sync;
    const [again, stranger] = [GROUP_ID, idOf(1)].map((id) => createOpenGroup({ sync, origin: '', log: () => {} }, id));
    const told: unknown[] = [];
    const stop = effect(() => void told.push([again?.status.value, again?.foreknown.value.name]));
    await clock.advance(1000);
    stop();
    expect(told.filter((was) => String(was).startsWith('gone'))).toEqual([['gone', 'Cabin weekend']]);
    expect([stranger?.status.value, stranger?.foreknown.value.name]).toEqual(['gone', null]);
  });

  test('[FLOW8] one that the list knows is gone by the name it had there', async () => {
    const { clock, server, client, sync, db } = await openGroup();
    client.end();
    await db.clear();
    await db.writeGroupList({ groups: [{ ...LISTED, name: 'Cabin' }], cursor: '0@epoch-0', epoch: 'epoch-0' });
    server.removeAnna();
    sync.value = createModelClient(server, clock, { db }).sync;
    const group = createOpenGroup({ sync, origin: '', log: () => {} }, GROUP_ID);
    await clock.advance(1000);
    expect([group.status.value, group.foreknown.value.name]).toEqual(['gone', 'Cabin']);
  });

  test('[START1] before the group is here its list tells whether it has a description', async () => {
    const { clock, server, client, sync, db } = await openGroup();
    client.end();
    await db.clear();
    await db.writeGroupList({ groups: [{ ...LISTED, hasDescription: true }], cursor: '0@epoch-0', epoch: 'epoch-0' });
    server.setWeather({ delayMs: () => 1000 });
    sync.value = createModelClient(server, clock, { db }).sync;
    const group = createOpenGroup({ sync, origin: '', log: () => {} }, GROUP_ID);
    expect(group.foreknown.value.hasDescription).toBe(false);
    await clock.advance(10);
    expect([group.group.value, group.foreknown.value.hasDescription]).toEqual([null, true]);
  });

  test('[OPEN11] a late answer for one group never reaches another, nor the same one opened anew', async () => {
    const { clock, server, client, sync, group } = await openGroup({ brunoHas: 1 });
    server.setWeather({ delayMs: () => 1000 });
    client.announce();
    group.close();
    const other = createOpenGroup({ sync, origin: '', log: () => {} }, idOf(1));
    const again = createOpenGroup({ sync, origin: '', log: () => {} }, GROUP_ID);
    await clock.advance(500);
    expect([other.group.value, other.rows.value]).toEqual([null, []]);
    await clock.advance(5000);
    expect([other.status.value, other.group.value]).toEqual(['gone', null]);
    expect([again.group.value?.id, again.rows.value.length]).toEqual([GROUP_ID, 1]);
    expect(group.rows.value).toHaveLength(1);
  });

  test('[OPEN12] what is shown of the group changes once for each page that arrives, and not at all for what changes nothing', async () => {
    const { clock, client, group, brunoAdds } = await openGroup({ brunoHas: 3 });
    const drawn: number[] = [];
    const stop = group.rows.subscribe((rows) => drawn.push(rows.length));
    client.announce();
    void client.sync.list.check();
    await clock.advance(5000);
    brunoAdds(4);
    client.announce();
    client.announce();
    await clock.advance(5000);
    stop();
    expect(drawn).toEqual([3, 4]);
  });

  test('[OPEN14] what could not be loaded is asked for again as soon as its reader wants it, before the pause is over', async () => {
    const clock = createVirtualClock();
    const server = createModelServer(clock);
    server.setWeather({ fate: () => 'unheard' });
    const sync = signal<AccountSync | null>(createModelClient(server, clock, { db: createMemoryDb() }).sync);
    const group = createOpenGroup({ sync, origin: '', log: () => {} }, GROUP_ID);
    await clock.advance(300_000);
    expect(group.status.value).toBe('failed');
    server.setWeather({});
    await clock.advance(500);
    expect(group.status.value).toBe('failed');
    group.retry();
    await clock.advance(0);
    expect(group.status.value).toBe('ready');
  });

  test('[OPEN10] it waits for the account to be ready, and starts anew with another one', async () => {
    const clock = createVirtualClock();
    const server = createModelServer(clock);
    const sync = signal<AccountSync | null>(null);
    const group = createOpenGroup({ sync, origin: '', log: () => {} }, GROUP_ID);
    expect(group.status.value).toBe('loading');
    expect(() => group.addExpense(aDraft())).toThrow('not open');
    const db = createMemoryDb();
    const balances = { EUR: { [ANNA]: minor(500), [BRUNO]: minor(-500) } };
    await db.writeSnapshot(aStoredGroup(1, { group: aGroup({ balances }), rows: [expenseRow(anExpense(idOf(1)))] }), []);
    sync.value = createModelClient(server, clock, { db }).sync;
    await clock.advance(1000);
    expect([group.status.value, group.rows.value.length]).toEqual(['ready', 1]);
  });
});
