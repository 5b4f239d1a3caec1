import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDb } from '../../local-db/local-db.ts';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import type { LedgerChange } from '../../local-db/queued-change.ts';
import { aDraft, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { createModelClient } from '../testing/model-client.ts';
import type { Fate } from '../testing/model-network.ts';
import { createModelServer } from '../testing/model-server.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';

const create = (description: string): LedgerChange => ({ kind: 'expense', action: 'create', draft: aDraft({ description }) });
const update = (description: string, version: number): LedgerChange => ({
  kind: 'expense',
  action: 'update',
  edit: { description },
  version,
});
const remove = (version: number): LedgerChange => ({ kind: 'expense', action: 'delete', version });

function setUp(db: LocalDb = createMemoryDb()) {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const start = (random?: () => number) => createModelClient(server, clock, { db, ...(random && { random }) });
  const client = start();
  let made = 0;
  const queue = (expense: number, change: LedgerChange, into = client, heldMs = 0) => {
    made += 1;
    into.sync.outbox.enqueue(
      {
        mutationId: idOf(made),
        groupId: GROUP_ID,
        entityId: idOf(1000 + expense),
        change,
        queuedAt: clock.now(),
        heldUntil: heldMs && clock.now() + heldMs,
        ack: null,
      },
      null,
    );
    return idOf(made);
  };
  const described = (expense: number) => server.expense(idOf(1000 + expense))?.description;
  const outbox = () => client.sync.outbox;
  return { clock, server, client, db, start, queue, described, outbox };
}

/** The order in which the server applied Anna's changes. */
const applied = (server: ReturnType<typeof createModelServer>) => server.log().map(({ id }) => id);

describe('the outbox', () => {
  test('[INV3] changes reach the server in the order of queueing', async () => {
    const { clock, server, queue, described } = setUp();
    const ids = [queue(1, create('a')), queue(1, update('b', 1)), queue(2, create('c')), queue(1, update('d', 2))];
    await clock.advance(0);
    expect(applied(server)).toEqual(ids);
    expect([described(1), described(2)]).toEqual(['d', 'c']);
  });

  test('[INV2] an answer that is lost makes no second effect: the change is sent again under its id', async () => {
    const { clock, server, queue } = setUp();
    server.setWeather({ fate: () => 'unanswered' });
    const id = queue(1, create('a'));
    await clock.advance(30_000);
    expect(server.calls.filter((name) => name === 'createExpense').length).toBeGreaterThan(2);
    expect(applied(server)).toEqual([id]);
    server.setWeather({});
    await clock.advance(60_000);
    expect(applied(server)).toEqual([id]);
  });

  test.each(['unheard', 'unanswered', 'busy'] satisfies Fate[])(
    '[INV14] waits within the jitter envelope while requests are %s',
    async (fate) => {
      const { clock, server, queue } = setUp();
      server.setWeather({ fate: () => fate });
      queue(1, create('a'));
      const sent = () => server.calls.filter((name) => name === 'createExpense').length;
      const counts: number[] = [];
      for (const ms of [0, 499, 1, 999, 1, 1999, 1]) {
        await clock.advance(ms);
        counts.push(sent());
      }
      expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4]);
    },
  );

  test('coming online ends the wait', async () => {
    const { clock, server, client, queue, described } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    queue(1, create('a'));
    await clock.advance(50_000);
    client.set({ online: false });
    server.setWeather({});
    client.set({ online: true });
    await clock.advance(0);
    expect(described(1)).toBe('a');
  });

  test('[INV9] a change that met a newer version becomes a notice with what is there now, and changes nothing', async () => {
    const { clock, server, queue, described, outbox } = setUp();
    queue(1, create('a'));
    await clock.advance(0);
    server.bruno.update(idOf(900), idOf(1001), { description: 'by Bruno' });
    const id = queue(1, update('mine', 1));
    await clock.advance(0);
    expect(described(1)).toBe('by Bruno');
    expect(
      outbox()
        .pending(GROUP_ID)
        .filter(({ ack }) => ack === null),
    ).toEqual([]);
    expect(outbox().notices(GROUP_ID)).toMatchObject([
      { id, action: 'update', code: 'stale-version', draft: { description: 'mine' }, current: { description: 'by Bruno', version: 2 } },
    ]);
  });

  test('[INV9] what was made on top of a refused change is refused with it; other expenses go on', async () => {
    const { clock, server, queue, described, outbox } = setUp();
    queue(1, create('a'));
    await clock.advance(0);
    server.setWeather({ fate: () => 'unheard' });
    server.bruno.update(idOf(900), idOf(1001), { description: 'by Bruno' });
    const refused = [queue(1, update('mine', 1)), queue(1, update('mine too', 2))];
    queue(2, create('other'));
    server.setWeather({});
    await clock.advance(60_000);
    expect(
      outbox()
        .notices(GROUP_ID)
        .map(({ id }) => id),
    ).toEqual(refused);
    expect([described(1), described(2)]).toEqual(['by Bruno', 'other']);
  });

  test('[INV2] of a refused creation there is one notice, with what was typed last, and none where its author deleted it', async () => {
    const { clock, server, queue, outbox } = setUp();
    server.bruno.create(idOf(900), { ...aDraft(), id: idOf(1001) });
    server.bruno.create(idOf(901), { ...aDraft(), id: idOf(1002) });
    server.setWeather({ fate: () => 'unheard' });
    const id = queue(1, create('a'));
    queue(2, create('b'));
    queue(1, update('mine', 1));
    queue(2, remove(1));
    queue(1, update('mine at last', 2));
    server.setWeather({});
    await clock.advance(60_000);
    expect(outbox().notices()).toMatchObject([
      { id, action: 'create', code: 'id-in-use', draft: { ...aDraft(), description: 'mine at last' } },
    ]);
    expect(outbox().pending(GROUP_ID)).toEqual([]);
  });

  test('[INV2] a change of what was deleted meanwhile becomes a notice', async () => {
    const { clock, server, queue, outbox } = setUp();
    queue(1, create('a'));
    await clock.advance(0);
    server.bruno.remove(idOf(900), idOf(1001));
    queue(1, remove(1));
    await clock.advance(0);
    expect(outbox().notices(GROUP_ID)).toMatchObject([{ kind: 'expense', action: 'delete', code: 'not-found' }]);
  });

  test('[INV2] what was queued survives the page, is sent by the next one, and so do notices until they are dismissed', async () => {
    const { clock, server, client, start, queue, described } = setUp();
    queue(1, create('a'));
    await clock.advance(0);
    server.setWeather({ fate: () => 'unheard' });
    server.bruno.update(idOf(900), idOf(1001), { description: 'by Bruno' });
    queue(1, update('mine', 1));
    queue(2, create('b'));
    await clock.advance(10);
    client.end();
    server.setWeather({});
    const next = start();
    await clock.advance(10);
    next.end();
    expect([described(1), described(2)]).toEqual(['by Bruno', 'b']);
    const last = start();
    await clock.advance(10);
    const [notice] = last.sync.outbox.notices(GROUP_ID);
    expect(notice?.code).toBe('stale-version');
    last.sync.outbox.dismiss(notice?.id ?? '');
    await clock.advance(0);
    expect(await last.db.readNotices()).toEqual([]);
  });

  test('[INV8] when the database refuses, a change is still shown and sent while the page is open', async () => {
    const full = createMemoryDb();
    const { clock, queue, described, outbox } = setUp({ ...full, enqueue: () => Promise.reject(new Error('quota')) });
    queue(1, create('a'));
    expect(outbox().pending(GROUP_ID)).toHaveLength(1);
    await clock.advance(0);
    expect(described(1)).toBe('a');
  });

  test('[INV10] two pages that both send the same queue have one effect', async () => {
    const { clock, server, queue, start } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    const ids = [queue(1, create('a')), queue(1, update('b', 1))];
    await clock.advance(10);
    start();
    await clock.advance(10);
    server.setWeather({ delayMs: () => 50 });
    await clock.advance(120_000);
    expect(applied(server)).toEqual(ids);
  });

  test('[REP6][INV2] what was applied in a group that is not open is sent again after a back-up was restored, also by a later page', async () => {
    const { clock, server, client, start, queue } = setUp();
    const sent = () => server.calls.filter((name) => name === 'createExpense').length;
    const id = queue(1, create('a'));
    await clock.advance(1000);
    server.restore('epoch-2');
    void client.sync.list.check();
    await clock.advance(1000);
    expect([applied(server), sent()]).toEqual([[id], 2]);
    client.end();
    server.restore('epoch-3');
    start();
    await clock.advance(1000);
    expect([applied(server), sent()]).toEqual([[id], 3]);
  });

  test('[INV10] what one page takes back another one does not send, whichever of the two it was queued in', async () => {
    const { clock, server, start, client, queue } = setUp();
    server.bruno.create(idOf(900), { ...aDraft(), id: idOf(1001) });
    server.bruno.create(idOf(901), { ...aDraft(), id: idOf(1002) });
    const first = queue(1, remove(1), client, 6000);
    const second = queue(2, remove(1), client, 6000);
    await clock.advance(100);
    const other = start();
    await clock.advance(100);
    expect(other.sync.outbox.undoable(GROUP_ID)).toHaveLength(2);
    client.sync.outbox.undo(first);
    other.sync.outbox.undo(second);
    await clock.advance(10_000);
    expect([server.expense(idOf(1001))?.deletedAt, server.expense(idOf(1002))?.deletedAt]).toEqual([null, null]);
    expect([other, client].map(({ sync }) => sync.outbox.pending(GROUP_ID))).toEqual([[], []]);
  });

  test('[INV10] what another page has sent already is not sent again', async () => {
    const { clock, server, start, client, queue } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    queue(1, create('a'));
    await clock.advance(10);
    const other = start(() => 0.99);
    await clock.advance(10);
    server.setWeather({});
    client.sync.outbox.retryNow();
    await clock.advance(10);
    const sent = () => server.calls.filter((name) => name === 'createExpense').length;
    const before = sent();
    other.sync.outbox.retryNow();
    await clock.advance(10);
    expect([sent(), other.sync.outbox.unsent()]).toEqual([before, 0]);
  });

  test('[HOLD6] a clock that was set back holds nothing longer', async () => {
    const { clock, server, client, queue } = setUp();
    server.bruno.create(idOf(900), { ...aDraft(), id: idOf(1001) });
    await clock.advance(100_000);
    queue(1, remove(1), client, 6000);
    clock.shift(-50_000);
    await clock.advance(6000);
    expect(server.expense(idOf(1001))?.deletedAt).not.toBeNull();
  });

  test('[INV2][INV3] in any weather and across restarts every change is applied once and in order', async () => {
    const step = fc.record({
      expense: fc.nat(2),
      wait: fc.nat(4000),
      delay: fc.nat(800),
      fate: fc.constantFrom<Fate>('answered', 'answered', 'unheard', 'unanswered', 'busy'),
      restarts: fc.boolean(),
      chance: fc.double({ min: 0.05, max: 0.999, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const { clock, server, client, start, queue, described } = setUp();
        let current = client;
        let chance = 0;
        const versions = new Map<number, number>();
        const ids: string[] = [];
        for (const [index, next] of steps.entries()) {
          chance = next.chance;
          server.setWeather({ delayMs: () => next.delay, fate: () => next.fate });
          const version = versions.get(next.expense) ?? 0;
          ids.push(queue(next.expense, version === 0 ? create(`${index}`) : update(`${index}`, version), current));
          versions.set(next.expense, version + 1);
          await clock.advance(next.wait);
          if (!next.restarts) continue;
          current.end();
          current = start(() => chance);
          await clock.advance(0);
        }
        server.setWeather({});
        await clock.advance(70_000);
        expect(applied(server)).toEqual(ids);
        for (const expense of versions.keys()) {
          const last = steps.findLastIndex((one) => one.expense === expense);
          expect(described(expense)).toBe(`${last}`);
        }
        current.end();
      }),
      { numRuns: 40 },
    );
  });
});
