import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { ANNA, aDraft, aPayment, BRUNO, idOf } from '../../local-db/testing/samples.ts';
import { UNDO_MS } from './ledger-writes.ts';
import { openGroup } from './testing/open-group.ts';

const UNREACHED = { fate: () => 'unheard' as const };

describe('what is written into an open group', () => {
  test('[WRITE1] a payment is there in the same step with its effect, and confirmed later', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 1 });
    server.setWeather(UNREACHED);
    const id = group.addSettlement(aPayment());
    expect(group.settlements.value).toMatchObject([{ pending: true, settlement: { id, from: BRUNO, to: ANNA, amount: 500 } }]);
    expect([group.balances.value, group.transfers.value]).toEqual([{}, {}]);
    server.setWeather({});
    await clock.advance(60_000);
    expect(group.settlements.value).toMatchObject([{ pending: false, settlement: { id, version: 1 } }]);
    expect(server.settlement(id)?.amount).toBe(500);
  });

  test('[WRITE2] the form may choose the id, so that its preview and the expense agree on the odd cent', async () => {
    const { clock, server, group } = await openGroup();
    const id = group.newId();
    expect(group.addExpense(aDraft({ amount: minor(1001), payers: { [ANNA]: minor(1001) } }), id)).toBe(id);
    const shown = group.rows.value[0]?.expense.shares;
    await clock.advance(1000);
    expect(server.expense(id)?.shares).toEqual(shown);
  });

  test('[WRITE3] a deletion shows at once, can be undone for some seconds, and is told to the server after them', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 2, brunoPaid: 1 });
    const [before] = group.rows.value;
    const undone = group.deleteExpense(idOf(201));
    const final = group.deleteExpense(idOf(202));
    const payment = group.deleteSettlement(idOf(301));
    expect([group.rows.value, group.settlements.value, group.balances.value]).toEqual([[], [], {}]);
    expect(group.undoable.value).toEqual([
      { mutationId: undone, what: 'expense', entityId: idOf(201), description: 'Firewood' },
      { mutationId: final, what: 'expense', entityId: idOf(202), description: 'Firewood' },
      { mutationId: payment, what: 'settlement', entityId: idOf(301), description: '' },
    ]);
    group.undo(undone);
    expect(group.rows.value.map(({ expense }) => expense.id)).toEqual([idOf(201)]);
    expect(before?.expense.id).toBe(idOf(202));
    await clock.advance(UNDO_MS - 1);
    expect(server.expense(idOf(202))?.deletedAt).toBeNull();
    await clock.advance(1000);
    expect(group.undoable.value).toEqual([]);
    expect([server.expense(idOf(201))?.deletedAt, server.settlement(idOf(301))?.deletedAt]).toEqual([null, expect.any(Number)]);
    expect(server.expense(idOf(202))?.deletedAt).not.toBeNull();
  });

  test('[WRITE3] while the reader looks at its Undo a deletion does not run out, and for the same time after that', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 1 });
    const looking = new AbortController();
    const deletion = group.deleteExpense(idOf(201));
    void group.lookAtUndo(deletion, looking.signal);
    for (let n = 0; n < 10; n++) await clock.advance(UNDO_MS);
    expect([group.undoable.value.length, server.expense(idOf(201))?.deletedAt]).toEqual([1, null]);
    looking.abort();
    await clock.advance(UNDO_MS + 1000);
    expect(group.undoable.value).toEqual([]);
    expect(server.expense(idOf(201))?.deletedAt).not.toBeNull();
  });

  test('[WRITE4] leaving the group ends the time for undoing', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 1 });
    group.deleteExpense(idOf(201));
    group.close();
    await clock.advance(10);
    expect(server.expense(idOf(201))?.deletedAt).not.toBeNull();
  });

  test('[WRITE5] a payment that somebody else has changed meanwhile keeps theirs on screen, and mine in a notice', async () => {
    const { clock, server, group } = await openGroup({ brunoPaid: 1 });
    server.ledger.editSettlement(idOf(900), BRUNO, idOf(301), { note: 'theirs' }, 1);
    group.editSettlement(idOf(301), { note: 'mine' }, 1);
    expect(group.settlements.value[0]?.settlement.note).toBe('mine');
    await clock.advance(310_000);
    expect(group.settlements.value[0]?.settlement.note).toBe('theirs');
    expect(group.notices.value).toMatchObject([
      { kind: 'settlement', action: 'update', code: 'stale-version', draft: { note: 'mine' }, current: { note: 'theirs' } },
    ]);
  });

  test('[WRITE6] what is gone already cannot be deleted', async () => {
    const { clock, server, group } = await openGroup();
    expect([group.deleteExpense(idOf(1)), group.deleteSettlement(idOf(1))]).toEqual(['', '']);
    await clock.advance(10_000);
    expect([group.undoable.value, server.calls.filter((name) => name.startsWith('delete'))]).toEqual([[], []]);
  });
});
