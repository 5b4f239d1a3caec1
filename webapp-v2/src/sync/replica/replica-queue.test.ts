import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { createMemoryDb } from '../../local-db/memory-db.ts';
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
} from '../../local-db/testing/samples.ts';
import { createModelClient } from '../testing/model-client.ts';
import { cursorOf, idsOf, newExpense, setUpReplica as setUp } from '../testing/open-replica.ts';
import { createProjection } from './view.ts';

describe('a replica and what is queued', () => {
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

  test("[REP6] an answer whose place in the history is another change's, of the same epoch, leads to a snapshot", async () => {
    const { clock, server, client, brunoAdds, open } = setUp();
    brunoAdds(1);
    const replica = open();
    await clock.advance(1000);
    server.restore('epoch-1');
    client.sync.outbox.enqueue(aChange(8, idOf(9), { kind: 'expense', action: 'create', draft: aDraft() }), null);
    await clock.advance(1000);
    expect([cursorOf(replica), idsOf(replica), client.sync.outbox.pending(GROUP_ID)]).toEqual([2, [idOf(9)], []]);
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
