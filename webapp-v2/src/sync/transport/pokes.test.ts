import { describe, expect, test } from 'vitest';
import { aDraft, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { createModelClient } from '../testing/model-client.ts';
import { createModelServer } from '../testing/model-server.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { GRACE_MS } from './presence.ts';

const MINUTE_MS = 60_000;

async function setUp(flags: Record<string, boolean> = { 'streaming.groups': true }) {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  server.setFlags(flags);
  const client = createModelClient(server, clock);
  const closed = new AbortController();
  const replica = client.sync.open(GROUP_ID, closed.signal);
  await clock.advance(1000);
  let made = 0;
  const brunoAdds = () => {
    made += 1;
    server.bruno.create(idOf(100 + made), { ...aDraft(), id: idOf(200 + made) });
  };
  const isCurrent = () => replica.confirmed()?.cursor === server.head();
  return { clock, server, client, closed, replica, brunoAdds, isCurrent };
}

const BOTH = ['group-changes', 'groups'];

describe('pokes', () => {
  test('[POKE1] at most two listeners: one for all groups, one for the open group, which ends with it', async () => {
    const { client, closed } = await setUp();
    expect(client.listening()).toEqual(BOTH);
    expect(client.states.at(-1)).toBe('live');
    closed.abort();
    expect(client.listening()).toEqual(['group-changes']);
  });

  test('[POKE2] an announcement is pulled at once', async () => {
    const { clock, client, brunoAdds, isCurrent } = await setUp();
    await clock.advance(1000);
    brunoAdds();
    client.announce();
    await clock.advance(0);
    expect(isCurrent()).toBe(true);
  });

  test('[POKE3] nothing is pulled while nothing is announced, but every five minutes everything is compared', async () => {
    const { clock, server, brunoAdds, isCurrent } = await setUp();
    server.calls.length = 0;
    brunoAdds();
    await clock.advance(4 * MINUTE_MS);
    expect(server.calls).toEqual([]);
    await clock.advance(MINUTE_MS + 10_000);
    expect(server.calls.sort()).toEqual(['listChanges', 'pullChanges']);
    expect(isCurrent()).toBe(true);
  });

  test('[POKE4] a connection that comes back is followed by a comparison', async () => {
    const { clock, client, brunoAdds, isCurrent } = await setUp();
    brunoAdds();
    client.setConnected(false);
    await clock.advance(1000);
    expect(client.states.at(-1)).toBe('connecting');
    client.setConnected(true);
    await clock.advance(1000);
    expect([client.states.at(-1), isCurrent()]).toEqual(['live', true]);
  });

  test('[POKE5] while there is no connection the server is asked every 30 s', async () => {
    const { clock, server, client, brunoAdds, isCurrent } = await setUp();
    client.page.listenable = false;
    client.fail('failed');
    await clock.advance(1000);
    expect(client.states.at(-1)).toBe('polling');
    server.calls.length = 0;
    brunoAdds();
    await clock.advance(10 * MINUTE_MS);
    expect(isCurrent()).toBe(true);
    const lists = server.calls.filter((name) => name === 'listChanges').length;
    expect(lists).toBeGreaterThanOrEqual(10);
    client.page.listenable = true;
    await clock.advance(MINUTE_MS);
    expect([client.states.at(-1), client.listening()]).toEqual(['live', BOTH]);
  });

  test('[POKE5] so it is while every listener is denied, without a change of mind at each attempt', async () => {
    const { clock, server, client, brunoAdds, isCurrent } = await setUp();
    client.page.denied = true;
    client.fail('permission-denied');
    await clock.advance(20_000);
    client.states.length = 0;
    server.calls.length = 0;
    brunoAdds();
    await clock.advance(5 * MINUTE_MS);
    expect([isCurrent(), new Set(client.states)]).toEqual([true, new Set(['polling'])]);
    client.page.denied = false;
    await clock.advance(MINUTE_MS);
    expect([client.states.at(-1), client.listening()]).toEqual(['live', BOTH]);
  });

  test('[POKE9] pulls are further apart where the server is polled, and further still where it answers slowly', async () => {
    const { clock, server, client, replica, brunoAdds } = await setUp();
    /** The pulls of 20 s in which something changes all the time. */
    const pullsInARush = async () => {
      server.calls.length = 0;
      for (let ms = 0; ms < 19_900; ms += 100) {
        brunoAdds();
        replica.poke(server.head());
        await clock.advance(100);
      }
      return server.calls.filter((name) => name === 'pullChanges').length;
    };
    expect(await pullsInARush()).toBe(40);
    client.page.listenable = false;
    client.fail('failed');
    await clock.advance(10_000);
    expect(await pullsInARush()).toBe(10);
    server.setWeather({ delayMs: () => 2000 });
    await clock.advance(90_000);
    expect(client.quality).toEqual(['poor']);
    expect(await pullsInARush()).toBe(4);
  });

  test('[POKE10] the wait before listening again is told, and its end', async () => {
    const { clock, client } = await setUp();
    client.page.listenable = false;
    client.fail('failed');
    await clock.advance(0);
    expect(client.retries).toEqual([clock.now() + 500]);
    await clock.advance(500);
    expect(client.retries.slice(1, 3)).toEqual([null, clock.now() + 1000]);
  });

  test('[POKE6] a listener that the rules end is no lost connection: the server is asked, and listening goes on', async () => {
    const { clock, client, brunoAdds, isCurrent } = await setUp();
    brunoAdds();
    client.fail('permission-denied');
    await clock.advance(10);
    expect(client.states.at(-1)).toBe('connecting');
    await clock.advance(1000);
    expect(isCurrent()).toBe(true);
    await clock.advance(2000);
    expect([client.listening(), client.states.at(-1)]).toEqual([BOTH, 'live']);
    expect(client.states).not.toContain('polling');
  });

  test('[POKE6] who was removed is told by the pull that follows', async () => {
    const { clock, server, client, replica } = await setUp();
    server.removeAnna();
    client.fail('permission-denied');
    await clock.advance(1000);
    expect(replica.status()).toBe('gone');
  });

  test('[INV13] a page that is hidden for longer than the grace period holds no listener', async () => {
    const { clock, client } = await setUp();
    client.set({ visible: false });
    await clock.advance(GRACE_MS - 1);
    expect(client.listening()).toEqual(BOTH);
    await clock.advance(1);
    expect(client.listening()).toEqual([]);
    await clock.advance(60 * MINUTE_MS);
    expect(client.listening()).toEqual([]);
  });

  test('[INV13] a short absence changes nothing, and several of them do not add up', async () => {
    const { clock, client } = await setUp();
    for (let times = 0; times < 5; times++) {
      client.set({ visible: false });
      await clock.advance(GRACE_MS / 2);
      client.set({ visible: true });
      await clock.advance(1000);
    }
    expect(client.listening()).toEqual(BOTH);
  });

  test('[INV13] a page that was frozen beyond the grace period pulls and listens anew when it is seen again', async () => {
    const { clock, client, server, brunoAdds, isCurrent } = await setUp();
    client.set({ visible: false });
    clock.shift(GRACE_MS);
    brunoAdds();
    server.setWeather({ delayMs: () => 100 });
    client.set({ visible: true });
    expect(client.listening()).toEqual([]);
    await clock.advance(1000);
    expect([client.listening(), isCurrent()]).toEqual([BOTH, true]);
  });

  test('[HOLD6] a clock that was set back delays no comparison', async () => {
    const { clock, client, brunoAdds, isCurrent } = await setUp();
    clock.shift(-60 * MINUTE_MS);
    brunoAdds();
    client.announce();
    await clock.advance(500);
    expect(isCurrent()).toBe(true);
    brunoAdds();
    await clock.advance(10_000);
    expect(isCurrent()).toBe(true);
  });

  test.each([
    ['seen again', { visible: false }, { visible: true }],
    ['online again', { online: false }, { online: true }],
  ])('[INV13] %s, it pulls first and then listens', async (_, away, back) => {
    const { clock, server, client, brunoAdds, isCurrent } = await setUp();
    client.set(away);
    await clock.advance(2 * MINUTE_MS);
    expect(client.listening()).toEqual([]);
    brunoAdds();
    server.setWeather({ delayMs: () => 100 });
    client.set(back);
    await clock.advance(150);
    expect([client.listening(), isCurrent()]).toEqual([[], false]);
    await clock.advance(60);
    expect([client.listening(), isCurrent()]).toEqual([BOTH, true]);
  });

  test('[POKE7] offline is said at once, and nothing is listened to', async () => {
    const { client } = await setUp();
    client.set({ online: false });
    expect([client.states.at(-1), client.listening()]).toEqual(['offline', []]);
  });

  test('[POKE8] what was announced for a group that is closed before its pull still reaches the list', async () => {
    const { clock, server, client, closed, brunoAdds } = await setUp();
    await clock.advance(1000);
    server.setWeather({ delayMs: () => 100 });
    brunoAdds();
    client.announce();
    await clock.advance(50);
    closed.abort();
    await clock.advance(2000);
    expect(client.sync.list.groups()?.[0]?.seq).toBe(server.head());
  });

  test('[POKE11] a group that is not open is looked after as soon as the most urgent announcement says', async () => {
    const { clock, server, client, closed, brunoAdds } = await setUp();
    closed.abort();
    await clock.advance(10_000);
    const startedAt = clock.now();
    const lookedAt: number[] = [];
    const look = async (ms: number) => {
      const before = server.calls.length;
      await clock.advance(ms);
      if (server.calls.length > before) lookedAt.push(clock.now() - startedAt);
    };
    brunoAdds();
    client.announce('low');
    await look(4999);
    await look(1);
    brunoAdds();
    client.announce('low');
    client.announce('medium');
    await look(499);
    await look(1);
    await look(1000);
    brunoAdds();
    client.announce('medium');
    client.announce('high');
    await look(0);
    await look(10_000);
    expect(lookedAt).toEqual([5000, 5500, 6500]);
    expect(client.sync.list.groups()?.[0]?.seq).toBe(server.head());
  });

  test('[POKE12] without the flag an open group is heard of by the announcements of its expenses, whose absence tells nothing', async () => {
    const { clock, server, client, closed, brunoAdds, isCurrent } = await setUp({ 'streaming.groups': false });
    expect(client.listening()).toEqual(['expense-changes', 'group-changes']);
    server.calls.length = 0;
    client.announceNothing('expense-changes');
    await clock.advance(1000);
    expect(server.calls).toEqual([]);
    brunoAdds();
    client.announce();
    await clock.advance(0);
    expect(isCurrent()).toBe(true);
    closed.abort();
    client.sync.open(GROUP_ID, new AbortController().signal);
    await clock.advance(1000);
    expect(client.listening()).toEqual(['expense-changes', 'group-changes']);
    expect(server.calls).not.toContain('getConfig');
  });

  test('[POKE12] while the flags cannot be read an open group is streamed', async () => {
    const clock = createVirtualClock();
    const server = createModelServer(clock);
    server.setFlags({ 'streaming.groups': false });
    server.setWeather({ fate: () => 'busy' });
    const client = createModelClient(server, clock);
    const closed = new AbortController();
    client.sync.open(GROUP_ID, closed.signal);
    await clock.advance(1000);
    expect(client.listening()).toEqual(BOTH);
    server.setWeather({});
    closed.abort();
    client.sync.open(GROUP_ID, new AbortController().signal);
    await clock.advance(1000);
    expect(client.listening()).toEqual(['expense-changes', 'group-changes']);
  });

  test('[POKE14] an open group whose head goes back, as in a restored back-up, is asked for at once', async () => {
    const { clock, server, client, replica, brunoAdds } = await setUp();
    brunoAdds();
    client.announce();
    await clock.advance(1000);
    const before = replica.confirmed()?.cursor ?? 0;
    server.restore('epoch-2');
    client.announce();
    await clock.advance(1000);
    expect(server.head()).toBeLessThan(before);
    expect([replica.confirmed()?.cursor, replica.confirmed()?.epoch]).toEqual([server.head(), 'epoch-2']);
  });
});
