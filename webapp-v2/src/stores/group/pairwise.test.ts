import { minor, pairwiseDebts } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANNA, aDraft, aPayment, BRUNO, evenly, idOf } from '../../local-db/testing/samples.ts';
import type { ModelServer } from '../../sync/testing/model-server.ts';
import { openGroup } from './testing/open-group.ts';

const debtsOf = ({ ledger }: ModelServer) => {
  const present = <Row extends { deletedAt: number | null }>(rows: Map<string, Row>) =>
    [...rows.values()].filter(({ deletedAt }) => deletedAt === null);
  return pairwiseDebts(present(ledger.rows.expense), present(ledger.rows.settlement));
};
const questions = ({ calls }: ModelServer) => calls.filter((name) => name === 'getBalances').length;

/** Long enough that the snapshot does not hold all of it. */
const LONG = { brunoHas: 5, snapshotSize: 2, simplify: false };

describe('transfers of a group that does not simplify', () => {
  test('[DEBT1] follow from the whole history where it is at hand, and the server is not asked', async () => {
    const { server, group } = await openGroup({ brunoHas: 2, simplify: false });
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 1000 }] });
    expect(questions(server)).toBe(0);
  });

  test('[DEBT2] else the server is asked once, and what changes later is added here in the same step', async () => {
    const { clock, server, client, group, brunoAdds } = await openGroup(LONG);
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 2500 }] });
    group.addSettlement(aPayment({ amount: minor(700) }));
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 1800 }] });
    group.deleteExpense(idOf(205));
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 1300 }] });
    brunoAdds(6);
    client.announce();
    await clock.advance(10_000);
    expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 1800 }] });
    await Promise.all([group.loadMore(), clock.advance(1000)]);
    expect(group.transfers.value).toEqual(debtsOf(server));
    expect(questions(server)).toBe(1);
  });

  test('[DEBT3] a change of what was never listed cannot be told from the rows: the server is asked again', async () => {
    const { clock, server, client, group } = await openGroup(LONG);
    server.bruno.update(idOf(900), idOf(201), { ...evenly(minor(3000)), currency: 'EUR', split: aDraft().split });
    client.announce();
    await clock.advance(5000);
    expect([group.transfers.value, questions(server)]).toEqual([debtsOf(server), 2]);
    server.bruno.remove(idOf(901), idOf(202));
    client.announce();
    await clock.advance(5000);
    expect([group.transfers.value, questions(server)]).toEqual([debtsOf(server), 3]);
  });

  test('[DEBT4] switching simplification off and on again is followed', async () => {
    const { clock, server, client, group } = await openGroup({ ...LONG, simplify: true });
    expect(questions(server)).toBe(0);
    for (const [index, simplify] of [false, true].entries()) {
      server.bruno.setSimplify(idOf(900 + index), simplify);
      client.announce();
      await clock.advance(5000);
      expect(group.transfers.value).toEqual({ EUR: [{ from: BRUNO, to: ANNA, amount: 2500 }] });
    }
    expect(questions(server)).toBe(1);
  });

  test('[DEBT5] whatever happens in whatever weather, they end as the debts of the whole history', async () => {
    const step = fc.record({
      does: fc.constantFrom('add', 'edit', 'delete', 'pay', 'bruno adds', 'bruno edits', 'bruno pays', 'list'),
      which: fc.nat(8),
      amount: fc.integer({ min: 1, max: 999 }),
      waitMs: fc.nat(1500),
      delayMs: fc.nat(700),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { clock, server, client, group, brunoAdds, brunoPays } = await openGroup({ ...LONG, brunoHas: 7 });
        for (const [index, { does, which, amount, waitMs, delayMs }] of steps.entries()) {
          server.setWeather({ delayMs: () => delayMs });
          const row = group.rows.value[which % Math.max(1, group.rows.value.length)];
          const money = { ...evenly(minor(amount)), currency: 'EUR', split: aDraft().split };
          if (does === 'add') group.addExpense(aDraft(money));
          if (does === 'edit' && row) group.editExpense(row.expense.id, money, row.expense.version);
          if (does === 'delete' && row) group.deleteExpense(row.expense.id);
          if (does === 'pay') group.addSettlement(aPayment({ amount: minor(amount) }));
          if (does === 'bruno adds') brunoAdds(20 + index);
          if (does === 'bruno pays') brunoPays(20 + index);
          const others = server.expense(idOf(201 + which));
          if (does === 'bruno edits' && others?.deletedAt === null) server.bruno.update(idOf(900 + index), others.id, money);
          if (does === 'list') void group.loadMore();
          client.announce();
          await clock.advance(waitMs);
        }
        server.setWeather({});
        await clock.advance(60_000);
        client.announce();
        await clock.advance(60_000);
        expect(group.transfers.value).toEqual(debtsOf(server));
        client.end();
      }),
      { numRuns: 40 },
    );
  });
});
