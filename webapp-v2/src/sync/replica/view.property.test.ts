import { computeBalances, minor } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerChange } from '../../local-db/queued-change.ts';
import { ANNA, aChange, aDraft, aPayment, evenly, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { createModelClient } from '../testing/model-client.ts';
import type { Fate } from '../testing/model-network.ts';
import { createModelServer } from '../testing/model-server.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { createProjection, type View } from './view.ts';

const HELD_MS = 2000;

const step = fc.record({
  does: fc.constantFrom('add', 'edit', 'pay', 'delete', 'undo', 'bruno adds', 'bruno pays', 'nothing'),
  which: fc.nat(3),
  amount: fc.integer({ min: 1, max: 9999 }),
  waitMs: fc.nat(1200),
  delayMs: fc.nat(900),
  fate: fc.constantFrom<Fate>('answered', 'answered', 'answered', 'unheard', 'unanswered'),
  announces: fc.boolean(),
});

const sorted = (balances: View['balances']) =>
  Object.entries(balances).map(([currency, ofMembers]) => [currency, Object.entries(ofMembers).sort()]);

/** Anna's browser, what she typed last, and whatever is shown to her that contradicts it. */
function watchAnna() {
  const clock = createVirtualClock();
  const server = createModelServer(clock, { pageSize: 2 });
  const client = createModelClient(server, clock);
  const watcher = new AbortController();
  const replica = client.sync.open(GROUP_ID, watcher.signal);
  const project = createProjection();
  const complaints: string[] = [];
  /** By id, null where she deleted it: nobody else touches hers, so nothing older may ever be shown again. */
  const typed = new Map<string, number | null>();
  const deleted: { mutationId: string; id: string; amount: number | null }[] = [];
  const { outbox } = client.sync;

  const view = () => {
    const confirmed = replica.confirmed();
    return confirmed && project(confirmed, outbox.pending(GROUP_ID), ANNA);
  };
  const look = () => {
    const shown = view();
    if (!shown) return;
    const expenses = shown.rows.map(({ expense }) => expense);
    const settlements = shown.settlements.map(({ settlement }) => settlement);
    const isEven = JSON.stringify(sorted(shown.balances)) === JSON.stringify(sorted(computeBalances(expenses, settlements)));
    if (!isEven) complaints.push(`balances at ${replica.confirmed()?.cursor}`);
    const amounts = new Map([...expenses, ...settlements].map(({ id, amount }) => [id, amount as number]));
    for (const [id, amount] of typed) {
      if ((amounts.get(id) ?? null) !== amount) complaints.push(`${id} shows ${amounts.get(id)} instead of ${amount}`);
    }
  };
  replica.changes.add(look, watcher.signal);
  outbox.changes.add(look, watcher.signal);

  const enqueue = (id: string, change: LedgerChange, amount: number | null, heldMs = 0) => {
    typed.set(id, amount);
    const mutationId = client.uuid();
    outbox.enqueue({ ...aChange(0, id, change, { heldUntil: heldMs && clock.now() + heldMs }), mutationId, queuedAt: clock.now() }, null);
    return mutationId;
  };
  /** One of her own expenses that is there. */
  const ownExpense = (which: number) => {
    const own = view()?.rows.filter(({ expense }) => typeof typed.get(expense.id) === 'number') ?? [];
    return own[which % Math.max(1, own.length)]?.expense;
  };

  const doing = {
    add: (id: string, amount: number) =>
      enqueue(id, { kind: 'expense', action: 'create', draft: { ...aDraft(), ...evenly(minor(amount)) } }, amount),
    pay: (id: string, amount: number) =>
      enqueue(id, { kind: 'settlement', action: 'create', draft: aPayment({ amount: minor(amount) }) }, amount),
    edit(which: number, amount: number) {
      const expense = ownExpense(which);
      const edit = { ...evenly(minor(amount)), currency: 'EUR', split: aDraft().split };
      if (expense) enqueue(expense.id, { kind: 'expense', action: 'update', edit, version: expense.version }, amount);
    },
    delete(which: number) {
      const expense = ownExpense(which);
      if (!expense) return;
      const mutationId = enqueue(expense.id, { kind: 'expense', action: 'delete', version: expense.version }, null, HELD_MS);
      deleted.push({ mutationId, id: expense.id, amount: expense.amount });
    },
    undo() {
      const last = deleted.pop();
      if (!last || !outbox.undoable(GROUP_ID).some(({ mutationId }) => mutationId === last.mutationId)) return;
      typed.set(last.id, last.amount);
      outbox.undo(last.mutationId);
    },
  };
  return { clock, server, client, replica, outbox, complaints, look, doing };
}

test('[INV7] at every step the view is confirmed + pending, and no value of ours reverts between acknowledgement and catch-up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { clock, server, client, replica, outbox, complaints, look, doing } = watchAnna();
      await clock.advance(100);
      for (const [index, { does, which, amount, waitMs, delayMs, fate, announces }] of steps.entries()) {
        server.setWeather({ delayMs: () => delayMs, fate: () => fate });
        const id = idOf(2000 + index);
        if (does === 'add' || does === 'pay') doing[does](id, amount);
        if (does === 'edit') doing.edit(which, amount);
        if (does === 'delete') doing.delete(which);
        if (does === 'undo') doing.undo();
        if (does === 'bruno adds') server.bruno.create(idOf(3000 + index), { ...aDraft(evenly(minor(amount))), id });
        if (does === 'bruno pays') server.bruno.pay(idOf(3000 + index), { ...aPayment({ amount: minor(amount) }), id });
        if (announces) client.announce();
        await clock.advance(waitMs);
      }
      server.setWeather({});
      client.announce();
      await clock.advance(70_000);
      look();
      expect(complaints).toEqual([]);
      expect(outbox.notices(GROUP_ID)).toEqual([]);
      // [INV1] At rest it is what the server has.
      expect(replica.confirmed()?.group.balances).toEqual(server.group().balances);
      expect(outbox.pending(GROUP_ID)).toEqual([]);
      client.end();
    }),
    { numRuns: 80 },
  );
});
