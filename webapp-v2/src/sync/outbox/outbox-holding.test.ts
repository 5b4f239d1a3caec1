import { describe, expect, test } from 'vitest';
import { createMemoryDb } from '../../local-db/memory-db.ts';
import type { LedgerChange } from '../../local-db/queued-change.ts';
import { aChange, aDraft, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { createModelClient } from '../testing/model-client.ts';
import { createModelServer } from '../testing/model-server.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';

const HELD_MS = 6000;
const REMOVAL: LedgerChange = { kind: 'expense', action: 'delete', version: 1 };

async function setUp() {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  for (const n of [1, 2]) server.bruno.create(idOf(100 + n), { ...aDraft(), id: idOf(n) });
  const db = createMemoryDb();
  const start = () => createModelClient(server, clock, { db });
  const client = start();
  await clock.advance(1000);
  const queue = (mutation: number, entity: number, change: LedgerChange, heldMs = 0) =>
    client.sync.outbox.enqueue(aChange(mutation, idOf(entity), change, { heldUntil: heldMs && clock.now() + heldMs }), null);
  const isDeleted = (n: number) => server.expense(idOf(n))?.deletedAt !== null;
  const { outbox } = client.sync;
  const undoable = () => outbox.undoable(GROUP_ID).map(({ mutationId }) => mutationId);
  return { clock, server, client, db, start, queue, isDeleted, outbox, undoable };
}

describe('a change that is held back', () => {
  test('[HOLD1] can be undone until its time has come, and is sent then', async () => {
    const { clock, queue, isDeleted, outbox, undoable } = await setUp();
    let told = 0;
    outbox.changes.add(() => told++, new AbortController().signal);
    queue(1, 1, REMOVAL, HELD_MS);
    await clock.advance(HELD_MS - 1);
    expect([isDeleted(1), undoable()]).toEqual([false, [idOf(1)]]);
    const before = told;
    await clock.advance(1);
    expect([isDeleted(1), undoable()]).toEqual([true, []]);
    expect(told).toBeGreaterThan(before);
    outbox.undo(idOf(1));
    await clock.advance(1000);
    expect(isDeleted(1)).toBe(true);
  });

  test('[HOLD2] once undone it never happens, here or after a reload', async () => {
    const { clock, client, db, start, queue, isDeleted, outbox } = await setUp();
    queue(1, 1, REMOVAL, HELD_MS);
    outbox.undo(idOf(1));
    expect(outbox.pending(GROUP_ID)).toEqual([]);
    await clock.advance(100);
    expect(await db.readQueue()).toEqual([]);
    client.end();
    start();
    await clock.advance(2 * HELD_MS);
    expect(isDeleted(1)).toBe(false);
  });

  test('[HOLD3][INV3] is overtaken by changes of other entities, never by one of its own', async () => {
    const { clock, server, queue, isDeleted } = await setUp();
    queue(1, 1, REMOVAL, HELD_MS);
    queue(2, 1, { kind: 'expense', action: 'update', edit: { note: 'too late' }, version: 2 });
    queue(3, 2, { kind: 'expense', action: 'update', edit: { note: 'at once' }, version: 1 });
    await clock.advance(100);
    expect([isDeleted(1), server.expense(idOf(2))?.note]).toEqual([false, 'at once']);
    await clock.advance(HELD_MS);
    const mine = server.log().filter(({ id }) => [idOf(1), idOf(2), idOf(3)].includes(id));
    expect(mine.map(({ id }) => id)).toEqual([idOf(3), idOf(1)]);
  });

  test('[HOLD4] goes at once when nobody can undo it any more: its group is closed, or the page hidden', async () => {
    const { clock, client, queue, isDeleted, outbox, undoable } = await setUp();
    queue(1, 1, REMOVAL, HELD_MS);
    outbox.release('another group');
    await clock.advance(10);
    expect(isDeleted(1)).toBe(false);
    outbox.release(GROUP_ID);
    expect(undoable()).toEqual([]);
    await clock.advance(10);
    expect(isDeleted(1)).toBe(true);
    queue(2, 2, REMOVAL, HELD_MS);
    client.set({ visible: false });
    await clock.advance(10);
    expect(isDeleted(2)).toBe(true);
  });

  test('[HOLD7] as long as its time begins anew it is held, in no tab sent, and can be undone; after five minutes it goes', async () => {
    const { clock, client, start, queue, isDeleted, outbox, undoable } = await setUp();
    queue(1, 1, REMOVAL, HELD_MS);
    queue(2, 2, REMOVAL, HELD_MS);
    await clock.advance(10);
    const other = start();
    for (let n = 0; n < 5; n++) {
      await clock.advance(HELD_MS - 20);
      expect(outbox.holdOn(idOf(1), HELD_MS)).toBe(true);
    }
    expect([isDeleted(1), isDeleted(2), undoable()]).toEqual([false, true, [idOf(1)]]);
    expect(outbox.holdOn(idOf(2), HELD_MS)).toBe(false);
    outbox.undo(idOf(1));
    await clock.advance(400_000);
    expect(isDeleted(1)).toBe(false);
    other.end();

    queue(3, 1, REMOVAL, HELD_MS);
    const since = clock.now();
    while (outbox.holdOn(idOf(3), HELD_MS)) await clock.advance(1000);
    expect(clock.now() - since).toBeLessThanOrEqual(300_000);
    await clock.advance(HELD_MS);
    expect(isDeleted(1)).toBe(true);
    client.end();
  });

  test('[HOLD5] what a closed page held back is sent by the next one when its time has come', async () => {
    const { clock, client, start, queue, isDeleted } = await setUp();
    queue(1, 1, REMOVAL, HELD_MS);
    await clock.advance(10);
    client.end();
    start();
    await clock.advance(HELD_MS - 20);
    expect(isDeleted(1)).toBe(false);
    await clock.advance(20);
    expect(isDeleted(1)).toBe(true);
  });
});
