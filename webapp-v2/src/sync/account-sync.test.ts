import { describe, expect, test } from 'vitest';
import { aChange, aDraft, GROUP_ID, idOf } from '../local-db/testing/samples.ts';
import { createModelClient } from './testing/model-client.ts';
import { createModelServer } from './testing/model-server.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

function setUp() {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const client = createModelClient(server, clock);
  const page = new AbortController();
  const open = () => client.sync.open(GROUP_ID, page.signal);
  /** Whether what waits for the first screen may begin. */
  const mayBegin = () => {
    const seen = { done: false };
    void client.sync.shown().then(() => {
      seen.done = true;
    });
    return seen;
  };
  return { clock, server, client, page, open, mayBegin };
}

describe('what waits for the first screen', () => {
  test('[POKE13] begins when the group that is open has its answer', async () => {
    const { clock, server, open, mayBegin } = setUp();
    server.setWeather({ delayMs: () => 400 });
    open();
    const seen = mayBegin();
    await clock.advance(700);
    expect(seen.done).toBe(false);
    await clock.advance(300);
    expect(seen.done).toBe(true);
  });

  test('[POKE13] begins when the group is closed before its answer, and is not held up by one that never answers', async () => {
    const { clock, server, page, open, mayBegin } = setUp();
    server.setWeather({ delayMs: () => 60_000 });
    open();
    const [closing, waiting] = [mayBegin(), mayBegin()];
    await clock.advance(1000);
    page.abort();
    await clock.advance(0);
    expect(closing.done).toBe(true);
    const other = setUp();
    other.server.setWeather({ delayMs: () => 60_000 });
    other.open();
    const patient = other.mayBegin();
    await other.clock.advance(4999);
    expect([patient.done, waiting.done]).toEqual([false, true]);
    await other.clock.advance(1);
    expect(patient.done).toBe(true);
  });
});

describe('a group that is gone', () => {
  async function removed() {
    const { clock, server, client, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    const pulls = () => server.calls.filter((name) => name === 'pullChanges').length;
    const before = pulls();
    server.removeAnna();
    client.page.denied = true;
    client.announce();
    client.fail('permission-denied');
    await clock.advance(30 * 60_000);
    return { clock, server, client, replica, before, pulls };
  }

  test('[REP18] is asked for once, however many announce it, and listened to no more', async () => {
    const { clock, client, replica, before, pulls } = await removed();
    expect([replica.status(), pulls() - before]).toEqual(['gone', 1]);
    client.page.denied = false;
    await clock.advance(5 * 60_000);
    expect([client.listening(), pulls() - before]).toEqual([['group-changes'], 1]);
  });

  test('[REP18] is asked for anew, and listened to, when the list has it again', async () => {
    const { clock, server, client, replica } = await removed();
    client.page.denied = false;
    server.admitAnna();
    server.bruno.create(idOf(900), { ...aDraft(), id: idOf(901) });
    await clock.advance(10 * 60_000);
    expect([replica.status(), replica.confirmed()?.cursor]).toEqual(['ready', server.head()]);
    expect(client.listening()).toEqual(['group-changes', 'groups']);
  });
});

test('[REP20] a change that the server refuses has the open group asked for at once, whatever is announced', async () => {
  const { clock, server, client, open } = setUp();

  server.bruno.create(idOf(900), { ...aDraft(), id: idOf(901) });
  const replica = open();
  await clock.advance(1000);
  server.bruno.update(idOf(902), idOf(901), { description: 'by Bruno' });
  const stale = aChange(8, idOf(901), { kind: 'expense', action: 'update', edit: { description: 'mine' }, version: 1 });
  client.sync.outbox.enqueue(stale, null);
  await clock.advance(1000);
  expect(client.sync.outbox.notices(GROUP_ID)).toMatchObject([{ code: 'stale-version' }]);
  expect(replica.confirmed()?.expenses.get(idOf(901))?.description).toBe('by Bruno');
});
