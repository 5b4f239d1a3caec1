import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDb } from '../../local-db/local-db.ts';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import { aChange, aDraft, aPayment, aStoredGroup, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { ApiProblem } from '../api-error.ts';
import { cursorOf, idsOf, setUpReplica as setUp } from '../testing/open-replica.ts';

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

  test('[API8] that the server does not understand this program shows as what it is, not as a failed connection', async () => {
    const { clock, server, open } = setUp();
    server.setWeather({ refusal: () => new ApiProblem(400, 'invalid-request') });
    const replica = open();
    await clock.advance(100);
    expect(replica.status()).toBe('outdated');
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
});
