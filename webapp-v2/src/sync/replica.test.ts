import { minor } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDb } from '../local-db/local-db.ts';
import { createMemoryDb } from '../local-db/memory-db.ts';
import {
  ANNA,
  aChange,
  aDraft,
  anExpense,
  aPayment,
  aStoredGroup,
  evenly,
  expenseRow,
  GROUP_ID,
  idOf,
} from '../local-db/testing/samples.ts';
import type { Replica } from './replica.ts';
import { createModelClient, type ModelClientOptions } from './testing/model-client.ts';
import { createModelServer } from './testing/model-server.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';
import { createProjection } from './view.ts';

const newExpense = (n: number) => ({ ...aDraft({ description: `expense ${n}` }), id: idOf(n) });

function setUp(serverOptions: Parameters<typeof createModelServer>[1] = {}, clientOptions: ModelClientOptions = {}) {
  const clock = createVirtualClock();
  const server = createModelServer(clock, serverOptions);
  const client = createModelClient(server, clock, clientOptions);
  const closed = new AbortController();
  const brunoAdds = (...ids: number[]) => {
    for (const n of ids) server.bruno.create(idOf(100_000 + n), newExpense(n));
  };
  const open = () => client.sync.open(GROUP_ID, closed.signal);
  return { clock, server, client, closed, brunoAdds, open };
}

const idsOf = (replica: Replica) => [...(replica.confirmed()?.expenses.keys() ?? [])].sort();
const cursorOf = (replica: Replica) => replica.confirmed()?.cursor;

describe('a replica', () => {
  test('[REP1] begins with a snapshot when nothing is stored, and stores it', async () => {
    const { clock, client, brunoAdds, open } = setUp();
    brunoAdds(1, 2);
    const replica = open();
    expect(replica.status()).toBe('loading');
    await clock.advance(0);
    expect([replica.status(), cursorOf(replica), idsOf(replica)]).toEqual(['ready', 3, [idOf(1), idOf(2)]]);
    expect((await client.db.readGroup(GROUP_ID))?.cursor).toBe(3);
  });

  test('[REP2] shows what is stored without waiting for the server, then catches up from the cursor', async () => {
    const db = createMemoryDb();
    await db.writeSnapshot(aStoredGroup(1), []);
    const { clock, server, brunoAdds, open } = setUp({}, { db });
    brunoAdds(1);
    server.setWeather({ delayMs: () => 1000 });
    const replica = open();
    await clock.advance(10);
    expect([replica.status(), cursorOf(replica)]).toEqual(['ready', 1]);
    await clock.advance(2000);
    expect([cursorOf(replica), idsOf(replica)]).toEqual([2, [idOf(1)]]);
  });

  test('[REP3] several pages are shown together: the group always matches its rows', async () => {
    const { clock, client, brunoAdds, open } = setUp({ pageSize: 3 });
    const replica = open();
    await clock.advance(1000);
    const seen: unknown[] = [];
    replica.changes.add(() => seen.push([replica.confirmed()?.group.seq, cursorOf(replica)]), new AbortController().signal);
    brunoAdds(1, 2, 3, 4, 5, 6, 7, 8);
    client.announce();
    await clock.advance(1000);
    expect(seen).toEqual([[9, 9]]);
    expect(idsOf(replica)).toHaveLength(8);
  });

  test('[REP4] the answer to an own change is laid on the cursor without a pull', async () => {
    const { clock, server, client, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    server.calls.length = 0;
    client.sync.outbox.enqueue(aChange(1, idOf(2), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(0);
    client.announce();
    await clock.advance(5000);
    expect(server.calls).toEqual(['createExpense']);
    expect([cursorOf(replica), idsOf(replica)]).toEqual([2, [idOf(2)]]);
  });

  test('[REP4] nor when the announcement of the own change overtakes its answer; an answer that takes long is not waited for', async () => {
    const { clock, server, client, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    const add = (n: number) => {
      const change = { kind: 'expense', action: 'create', draft: aDraft() } as const;
      client.sync.outbox.enqueue(aChange(n, idOf(n + 1), change), null);
    };
    server.calls.length = 0;
    server.onChange.add(client.announce);
    server.setWeather({ delayMs: () => 100 });
    add(10);
    await clock.advance(1000);
    expect([server.calls, cursorOf(replica)]).toEqual([['createExpense'], 2]);
    server.setWeather({ delayMs: () => 1000 });
    add(20);
    await clock.advance(1400);
    expect(server.calls.at(-1)).toBe('pullChanges');
    await clock.advance(2000);
    expect(cursorOf(replica)).toBe(3);
  });

  test('[REP5] a cursor that the server no longer knows leads to a snapshot', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    brunoAdds(1, 2);
    server.forgetBefore(3);
    client.announce();
    await clock.advance(1000);
    expect([cursorOf(replica), idsOf(replica)]).toEqual([3, [idOf(1), idOf(2)]]);
  });

  test('[REP6] after a back-up was restored the older state is taken over, and the queue is kept', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    brunoAdds(1, 2, 3);
    const replica = open();
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unheard' });
    client.sync.outbox.enqueue(aChange(8, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(0);
    server.restore('epoch-2');
    server.setWeather({});
    void replica.check();
    await clock.advance(120_000);
    expect(replica.confirmed()?.epoch).toBe('epoch-2');
    expect(idsOf(replica)).toEqual([idOf(9)]);
  });

  test('[REP6][INV2] what was applied but not confirmed when a back-up was restored is sent again', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    // Applied, and its entry not seen yet, while the group is closed: its answer is all there is to it.
    client.sync.outbox.enqueue(aChange(8, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(100);
    expect(client.sync.outbox.pending(GROUP_ID)).toMatchObject([{ ack: { seq: 2, epoch: 'epoch-1' } }]);
    server.restore('epoch-2');
    brunoAdds(1, 2, 3);
    const replica = open();
    await clock.advance(2000);
    expect(idsOf(replica)).toEqual([idOf(1), idOf(2), idOf(3), idOf(9)]);
    expect([client.sync.outbox.pending(GROUP_ID), server.expense(idOf(9))?.version]).toEqual([[], 1]);
  });

  test('[REP6][INV2] so is what the open group was about to confirm, and what follows it, in order', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    brunoAdds(1);
    const replica = open();
    await clock.advance(1000);
    // Somebody else's change comes first, so the answer does not continue the cursor; the second change is on its way for long.
    brunoAdds(2);
    let answered = 1;
    server.setWeather({ fate: () => (answered-- > 0 ? 'answered' : 'unheard') });
    client.sync.outbox.enqueue(aChange(7, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    client.sync.outbox.enqueue(aChange(8, idOf(9), { kind: 'expense', action: 'update', edit: { description: 'mine' }, version: 1 }), null);
    await clock.advance(10);
    expect(client.sync.outbox.pending(GROUP_ID).map(({ ack }) => ack?.seq ?? null)).toEqual([4, null]);
    server.restore('epoch-2');
    brunoAdds(1, 3, 4, 5);
    server.setWeather({});
    void replica.reload();
    await clock.advance(60_000);
    expect(idsOf(replica)).toEqual([1, 3, 4, 5, 9].map(idOf));
    expect([server.expense(idOf(9))?.description, client.sync.outbox.pending(GROUP_ID)]).toEqual(['mine', []]);
  });

  test('[REP7] a group that its reader may no longer see is gone, here and in the database', async () => {
    const { clock, server, client, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    server.removeAnna();
    client.announce();
    void replica.check();
    await clock.advance(1000);
    expect([replica.status(), replica.confirmed()]).toEqual(['gone', null]);
    expect(await client.db.readGroup(GROUP_ID)).toBeNull();
    expect(client.sync.list.groups()).toEqual([]);
  });

  test('[REP7] only changes that were not sent become notices, and gone it stays while the server cannot be reached', async () => {
    const { clock, server, client, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    let answered = 1;
    server.setWeather({ fate: () => (answered-- > 0 ? 'answered' : 'unheard') });
    // Its answer is ahead of the cursor, as another change came before it; so it waits, applied, for a pull.
    server.bruno.create(idOf(500), newExpense(1));
    client.sync.outbox.enqueue(aChange(7, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    client.sync.outbox.enqueue(aChange(8, idOf(10), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(10);
    expect(client.sync.outbox.pending(GROUP_ID).map(({ ack }) => ack?.seq ?? null)).toEqual([3, null]);
    replica.leave();
    expect(client.sync.outbox.notices(GROUP_ID)).toMatchObject([{ id: idOf(8), code: 'not-found', groupName: 'Cabin weekend' }]);
    void replica.check();
    await clock.advance(5000);
    expect(replica.status()).toBe('gone');
  });

  test('[REP15] what could not be stored leaves no gap: the next step stores all of it', async () => {
    const db = createMemoryDb();
    let isFull = false;
    const full: LocalDb = { ...db, advance: (step) => (isFull ? Promise.reject(new Error('quota')) : db.advance(step)) };
    const { clock, client, brunoAdds, open } = setUp({}, { db: full });
    const replica = open();
    await clock.advance(1000);
    isFull = true;
    client.sync.outbox.enqueue(aChange(8, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(1000);
    expect([cursorOf(replica), (await db.readGroup(GROUP_ID))?.cursor, (await db.readQueue()).length]).toEqual([2, 1, 1]);
    isFull = false;
    brunoAdds(1);
    client.announce();
    await clock.advance(1000);
    const stored = await db.readGroup(GROUP_ID);
    expect([stored?.cursor, stored?.rows.length, await db.readQueue()]).toEqual([3, 2, []]);
    brunoAdds(2);
    client.announce();
    await clock.advance(1000);
    expect((await db.readGroup(GROUP_ID))?.rows).toHaveLength(3);
  });

  test('[REP16] is shown before it is stored, and stored in order; a group that is gone meanwhile is not', async () => {
    const painted: (() => void)[] = [];
    const afterPaint = () => new Promise<void>((resolve) => painted.push(resolve));
    const paint = async () => {
      for (const resolve of painted.splice(0)) resolve();
      await clock.advance(0);
    };
    const { clock, client, brunoAdds, open } = setUp({}, { afterPaint });
    const replica = open();
    await clock.advance(1000);
    expect([cursorOf(replica), await client.db.readGroup(GROUP_ID)]).toEqual([1, null]);
    brunoAdds(1);
    client.announce();
    await clock.advance(1000);
    expect(cursorOf(replica)).toBe(2);
    await paint();
    expect(await client.db.readGroup(GROUP_ID)).toMatchObject({ cursor: 2, rows: [{}] });
    void replica.reload();
    await clock.advance(1000);
    replica.leave();
    await paint();
    expect(await client.db.readGroup(GROUP_ID)).toBeNull();
  });

  test('[REP8] without a stored state a failure shows, and goes away by itself', async () => {
    const { clock, server, open } = setUp();
    server.setWeather({ fate: () => 'unheard' });
    const replica = open();
    await clock.advance(100);
    expect(replica.status()).toBe('failed');
    server.setWeather({});
    await clock.advance(60_000);
    expect(replica.status()).toBe('ready');
  });

  test('[REP9] a late answer for a group that was closed changes nothing', async () => {
    const { clock, server, client, closed, brunoAdds, open } = setUp();
    brunoAdds(1);
    server.setWeather({ delayMs: () => 1000 });
    const replica = open();
    let told = 0;
    replica.changes.add(() => told++, new AbortController().signal);
    await clock.advance(500);
    closed.abort();
    await clock.advance(10_000);
    expect([replica.confirmed(), told]).toEqual([null, 0]);
    expect(await client.db.readGroup(GROUP_ID)).toBeNull();
  });

  test('[REP10] older expenses are added; what changed after the cursor is left to its pull', async () => {
    const { clock, server, client, brunoAdds, open } = setUp({ snapshotSize: 2 });
    brunoAdds(1, 2, 3, 4);
    const replica = open();
    await clock.advance(1000);
    expect(idsOf(replica)).toEqual([idOf(3), idOf(4)]);
    server.bruno.update(idOf(70), idOf(1), { description: 'changed' });
    const seen: unknown[] = [];
    replica.changes.add(() => {
      const { expenses } = replica.confirmed() ?? {};
      seen.push([expenses?.has(idOf(2)), expenses?.get(idOf(1))?.description]);
    }, new AbortController().signal);
    void replica.loadOlder('expense');
    await clock.advance(1000);
    expect(seen).toEqual([
      [true, undefined],
      [true, 'changed'],
    ]);
    expect((await client.db.readGroup(GROUP_ID))?.rows).toHaveLength(4);
  });

  test('[REP11] a list that was read before a deletion does not bring the expense back', async () => {
    const { clock, server, client, brunoAdds, open } = setUp({ snapshotSize: 2 });
    brunoAdds(1, 2, 3, 4);
    const replica = open();
    await clock.advance(1000);
    let slow = true;
    server.setWeather({ delayMs: () => (slow ? 2000 : 0) });
    const older = replica.loadOlder('expense');
    await clock.advance(2001);
    slow = false;
    server.bruno.remove(idOf(70), idOf(1));
    client.announce();
    await clock.advance(5000);
    await older;
    expect(replica.confirmed()?.expenses.get(idOf(1))?.deletedAt).not.toBeNull();
  });

  test('[REP12] payments come with the snapshot, the pull and the own answer, and are stored beside the expenses', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    brunoAdds(1);
    server.bruno.pay(idOf(70), { ...aPayment(), id: idOf(2) });
    const replica = open();
    await clock.advance(1000);
    server.bruno.pay(idOf(71), { ...aPayment(), id: idOf(3) });
    client.announce();
    await clock.advance(1000);
    server.calls.length = 0;
    client.sync.outbox.enqueue(aChange(72, idOf(4), { kind: 'settlement', action: 'create', draft: aPayment() }), null);
    await clock.advance(1000);
    expect(server.calls).toEqual(['createSettlement']);
    expect([...(replica.confirmed()?.settlements.keys() ?? [])]).toEqual([2, 3, 4].map(idOf));
    const stored = await client.db.readGroup(GROUP_ID);
    expect(stored?.rows.map(({ kind, state }) => [kind, state.id]).sort()).toEqual([
      ['expense', idOf(1)],
      ['settlement', idOf(2)],
      ['settlement', idOf(3)],
      ['settlement', idOf(4)],
    ]);
  });

  test('[REP13] an edit that makes no difference leaves the queue, although nothing follows that it could be found in', async () => {
    const { clock, client, brunoAdds, open } = setUp();
    brunoAdds(1);
    const replica = open();
    await clock.advance(1000);
    const seen: number[] = [];
    replica.changes.add(() => seen.push(client.sync.outbox.pending(GROUP_ID).length), new AbortController().signal);
    const { description } = newExpense(1);
    client.sync.outbox.enqueue(aChange(10, idOf(1), { kind: 'expense', action: 'update', edit: { description }, version: 1 }), null);
    await clock.advance(5000);
    expect(client.sync.outbox.pending(GROUP_ID)).toEqual([]);
    expect([cursorOf(replica), seen]).toEqual([2, [0]]);
    expect(await client.db.readQueue()).toEqual([]);
  });

  test('[REP13] [INV7] a creation counts once when a snapshot that no longer names it came before its answer', async () => {
    const { clock, server, client, brunoAdds, open } = setUp({ snapshotSize: 5 });
    const replica = open();
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unanswered' });
    const draft = aDraft({ ...evenly(minor(500)), date: '2024-01-01' });
    client.sync.outbox.enqueue(aChange(10, idOf(500), { kind: 'expense', action: 'create', draft }), null);
    await clock.advance(0);
    expect(server.head()).toBe(2);
    brunoAdds(...Array.from({ length: 60 }, (_, n) => n + 1));
    server.forgetBefore(server.head());
    server.setWeather({});
    void replica.reload();
    await clock.advance(0);
    expect([cursorOf(replica), client.sync.outbox.pending(GROUP_ID).length]).toEqual([server.head(), 1]);
    const balances = () => {
      const confirmed = replica.confirmed();
      return confirmed && createProjection()(confirmed, client.sync.outbox.pending(GROUP_ID), ANNA).balances;
    };
    expect(balances()).toEqual(server.group().balances);
    await clock.advance(120_000);
    expect(balances()).toEqual(server.group().balances);
    expect(await client.db.readQueue()).toEqual([]);
  });

  test('[REP14] a snapshot does not hide what was changed in rows that its lists do not reach', async () => {
    const { clock, server, client, brunoAdds } = setUp({ snapshotSize: 5 });
    client.end();
    brunoAdds(1, 2);
    for (let n = 200; n < 260; n++) server.bruno.pay(idOf(1000 + n), { ...aPayment(), id: idOf(n) });
    brunoAdds(3, 4, 5, 6, 7, 8);
    server.bruno.remove(idOf(70), idOf(2));
    const held = { queuedAt: 0, heldUntil: 60_000 };
    const edit = { kind: 'expense', action: 'update', edit: evenly(minor(700)), version: 1 } as const;
    await client.db.enqueue(aChange(10, idOf(1), edit, held), null);
    await client.db.enqueue(aChange(11, idOf(2), edit, held), null);
    await client.db.enqueue(aChange(12, idOf(200), { kind: 'settlement', action: 'delete', version: 1 }, held), null);

    const later = createModelClient(server, clock, { db: client.db });
    const replica = later.sync.open(GROUP_ID, new AbortController().signal);
    await clock.advance(1000);
    const confirmed = replica.confirmed();
    const shown = confirmed && createProjection()(confirmed, later.sync.outbox.pending(GROUP_ID), ANNA);
    expect(shown?.rows.filter(({ pending }) => pending).map(({ expense }) => [expense.id, expense.amount])).toEqual([[idOf(1), 700]]);
    expect([confirmed?.expenses.size, confirmed?.settlements.size, shown?.settlements.length]).toEqual([6, 51, 50]);
    expect((await client.db.readGroup(GROUP_ID))?.rows).toHaveLength(57);
    later.end();
  });

  test('[REP14] a payment that may not have been applied is looked for as far as its date, not through the whole list', async () => {
    const { clock, server, client, open } = setUp({ snapshotSize: 20 });
    for (let n = 200; n < 320; n++) server.bruno.pay(idOf(1000 + n), { ...aPayment({ date: '2024-05-03' }), id: idOf(n) });
    server.setWeather({ fate: () => 'unheard' });
    client.sync.outbox.enqueue(
      aChange(10, idOf(500), { kind: 'settlement', action: 'create', draft: aPayment({ date: '2024-05-04' }) }),
      null,
    );
    await clock.advance(10);
    server.setWeather({});
    server.calls.length = 0;
    open();
    await clock.advance(10);
    expect(server.calls.filter((name) => name === 'listSettlements')).toHaveLength(1);
  });

  test('[INV4] a snapshot that was overtaken while it was read is read again', async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    const replica = open();
    await clock.advance(1000);
    server.setWeather({ delayMs: () => 1000 });
    void replica.reload();
    await clock.advance(1500);
    server.setWeather({});
    brunoAdds(1);
    client.announce();
    const cursors: unknown[] = [];
    replica.changes.add(() => cursors.push(cursorOf(replica)), new AbortController().signal);
    await clock.advance(5000);
    expect(cursors).toEqual([2, 2]);
  });

  test('[INV4] the cursor and the versions of expenses never go back, whatever the weather', async () => {
    const step = fc.record({
      by: fc.constantFrom('anna', 'bruno', 'nobody'),
      wait: fc.nat(1500),
      delay: fc.nat(1500),
      fate: fc.constantFrom('answered', 'answered', 'unheard', 'unanswered', 'busy'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const { clock, server, client, brunoAdds, open } = setUp({ pageSize: 2 });
        const replica = open();
        const wentBack: string[] = [];
        const seen = new Map<string, number>();
        const note = (what: string, now: number) => {
          if (now < (seen.get(what) ?? 0)) wentBack.push(`${what}: ${seen.get(what)} → ${now}`);
          seen.set(what, now);
        };
        replica.changes.add(() => {
          const confirmed = replica.confirmed();
          if (!confirmed) return;
          note('cursor', confirmed.cursor);
          for (const { id, version } of confirmed.expenses.values()) note(id, version);
        }, new AbortController().signal);
        brunoAdds(1);
        for (const [index, { by, wait, delay, fate }] of steps.entries()) {
          server.setWeather({ delayMs: () => delay, fate: () => fate });
          if (by === 'bruno') server.bruno.update(idOf(5000 + index), idOf(1), { note: `${index}` });
          if (by === 'anna') {
            const change = { kind: 'expense', action: 'create', draft: aDraft() } as const;
            const queued = aChange(6000 + index, idOf(7000 + index), change);
            client.sync.outbox.enqueue(queued, null);
          }
          client.announce();
          await clock.advance(wait);
        }
        server.setWeather({});
        await clock.advance(70_000);
        expect(wentBack).toEqual([]);
        expect(cursorOf(replica)).toBe(server.head());
        expect(client.sync.outbox.pending(GROUP_ID)).toEqual([]);
        client.end();
      }),
      { numRuns: 40 },
    );
  });

  test('[REP2] a change of an earlier visit that the stored state holds already is not replayed', async () => {
    const db = createMemoryDb();
    const { clock, client } = setUp();
    await clock.advance(0);
    client.end();
    const expense = anExpense(idOf(5), { seq: 2 });
    const queued = aChange(6, idOf(5), { kind: 'expense', action: 'delete', version: 1 }, { ack: { seq: 2, epoch: 'epoch-1' } });
    await db.writeSnapshot(aStoredGroup(2, { rows: [expenseRow(expense)] }), []);
    await db.enqueue(queued, null);
    const later = setUp({}, { db });
    later.server.setWeather({ fate: () => 'unheard' });
    later.open();
    await later.clock.advance(100);
    expect(later.client.sync.outbox.pending(GROUP_ID)).toEqual([]);
    expect(await db.readQueue()).toEqual([]);
  });
});
