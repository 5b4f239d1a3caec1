import { computeBalances, minor } from '@splitifyd/shared/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerChange, QueuedChange } from '../local-db/queued-change.ts';
import { ANNA, aDraft, anExpense, aStoredGroup, BRUNO, evenly, expenseRow, GROUP_ID, idOf } from '../local-db/testing/samples.ts';
import { type Confirmed, fromStored } from './confirmed.ts';
import { createModelClient } from './testing/model-client.ts';
import { createModelServer, type Fate } from './testing/model-server.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';
import { createProjection } from './view.ts';

const confirmedWith = (...expenses: ReturnType<typeof anExpense>[]): Confirmed => {
  const stored = aStoredGroup(5, { rows: expenses.map(expenseRow) });
  return fromStored({
    ...stored,
    group: {
      ...stored.group,
      balances: computeBalances(
        expenses.filter(({ deletedAt }) => deletedAt === null),
        [],
      ),
    },
  });
};

let made = 0;
const queued = (entityId: string, change: LedgerChange, ackSeq: number | null = null): QueuedChange => {
  made += 1;
  return { mutationId: idOf(made), groupId: GROUP_ID, entityId, change, queuedAt: 7, heldUntil: 0, ackSeq };
};

describe('the view', () => {
  test('[VIEW1] without pending changes it is the confirmed state, newest date first', () => {
    const older = anExpense(idOf(1), { date: '2024-01-01' });
    const newer = anExpense(idOf(2), { date: '2024-02-01' });
    const confirmed = confirmedWith(older, newer, anExpense(idOf(3), { deletedAt: 9 }));
    const view = createProjection()(confirmed, [], ANNA);
    expect(view.rows.map(({ expense }) => expense)).toEqual([newer, older]);
    expect(view.balances).toEqual(confirmed.group.balances);
  });

  test('[VIEW2] a new expense is shown as the server will make it, and moves the balances', () => {
    const draft = aDraft({ amount: minor(1001), payers: { [BRUNO]: minor(1001) } });
    const { rows, balances } = createProjection()(confirmedWith(), [queued(idOf(1), { kind: 'expense', action: 'create', draft })], ANNA);
    expect(rows).toMatchObject([{ pending: true, expense: { ...draft, id: idOf(1), version: 1, createdBy: ANNA, deletedAt: null } }]);
    const share = rows[0]?.expense.shares[ANNA] ?? minor(0);
    expect([500, 501]).toContain(share);
    expect(balances).toEqual({ EUR: { [ANNA]: -share, [BRUNO]: share } });
  });

  test('[VIEW3] an edit takes the old amount back before it adds the new one', () => {
    const confirmed = confirmedWith(anExpense(idOf(1)));
    const edit = { ...evenly(minor(3000)), currency: 'EUR', split: aDraft().split };
    const { rows, balances } = createProjection()(
      confirmed,
      [queued(idOf(1), { kind: 'expense', action: 'update', edit, version: 1 })],
      ANNA,
    );
    expect(balances).toEqual({ EUR: { [ANNA]: 1500, [BRUNO]: -1500 } });
    expect(rows[0]).toMatchObject({ pending: true, expense: { amount: 3000, version: 2, description: 'Firewood' } });
  });

  test('[VIEW4] a deleted expense is not shown and owes nothing', () => {
    const { rows, balances } = createProjection()(
      confirmedWith(anExpense(idOf(1))),
      [queued(idOf(1), { kind: 'expense', action: 'delete', version: 1 })],
      ANNA,
    );
    expect([rows, balances]).toEqual([[], {}]);
  });

  test('[VIEW5] changes of one expense are replayed one on the other', () => {
    const pending = [
      queued(idOf(1), { kind: 'expense', action: 'create', draft: aDraft() }),
      queued(idOf(1), { kind: 'expense', action: 'update', edit: { description: 'Logs' }, version: 1 }),
      queued(idOf(1), { kind: 'expense', action: 'update', edit: { note: 'dry ones' }, version: 2 }),
    ];
    const { rows } = createProjection()(confirmedWith(), pending, ANNA);
    expect(rows.map(({ expense }) => expense)).toMatchObject([{ description: 'Logs', note: 'dry ones', version: 3 }]);
  });

  test('[VIEW6] a change of what was deleted meanwhile shows nothing', () => {
    const confirmed = confirmedWith(anExpense(idOf(1), { deletedAt: 3 }));
    const view = createProjection()(
      confirmed,
      [queued(idOf(1), { kind: 'expense', action: 'update', edit: { note: 'x' }, version: 1 })],
      ANNA,
    );
    expect([view.rows, view.balances]).toEqual([[], {}]);
  });

  test('[VIEW7] a row that did not change is the same object, a pending one too', () => {
    const project = createProjection();
    const pending = [queued(idOf(2), { kind: 'expense', action: 'create', draft: aDraft() })];
    const confirmed = confirmedWith(anExpense(idOf(1)));
    const before = project(confirmed, pending, ANNA).rows;
    const expenses = new Map(confirmed.expenses).set(idOf(3), anExpense(idOf(3)));
    const after = project({ ...confirmed, cursor: 6, expenses }, [...pending], ANNA).rows;
    const row = (rows: typeof before, id: string) => rows.find(({ expense }) => expense.id === id);
    expect(after).toHaveLength(3);
    for (const id of [idOf(1), idOf(2)]) expect(row(after, id)).toBe(row(before, id));
  });
});

describe('the view while the engine works', () => {
  test('[INV7] at every step it is confirmed + pending, and no value of ours reverts between acknowledgement and catch-up', async () => {
    const step = fc.record({
      who: fc.constantFrom('create', 'update', 'bruno', 'nobody'),
      which: fc.nat(3),
      amount: fc.integer({ min: 1, max: 9999 }),
      wait: fc.nat(1200),
      delay: fc.nat(900),
      fate: fc.constantFrom<Fate>('answered', 'answered', 'answered', 'unheard', 'unanswered'),
      announces: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const clock = createVirtualClock();
        const server = createModelServer(clock, { pageSize: 2 });
        const client = createModelClient(server, clock);
        const watcher = new AbortController();
        const replica = client.sync.open(GROUP_ID, watcher.signal);
        const project = createProjection();
        const complaints: string[] = [];
        /** What Anna typed last, by expense: nobody else touches hers, so nothing older may ever be shown again. */
        const typed = new Map<string, number>();

        const look = () => {
          const confirmed = replica.confirmed();
          if (!confirmed) return;
          const { rows, balances } = project(confirmed, client.sync.outbox.pending(GROUP_ID), ANNA);
          const recomputed = computeBalances(
            rows.map(({ expense }) => expense),
            [],
          );
          if (JSON.stringify(sorted(balances)) !== JSON.stringify(sorted(recomputed))) complaints.push(`balances at ${confirmed.cursor}`);
          for (const [id, amount] of typed) {
            const shown = rows.find(({ expense }) => expense.id === id)?.expense.amount;
            if (shown !== amount) complaints.push(`${id} shows ${shown} instead of ${amount}`);
          }
        };
        replica.changes.add(look, watcher.signal);
        client.sync.outbox.changes.add(look, watcher.signal);
        await clock.advance(100);

        for (const [index, { who, which, amount, wait, delay, fate, announces }] of steps.entries()) {
          server.setWeather({ delayMs: () => delay, fate: () => fate });
          const mine = [...typed.keys()][which % Math.max(1, typed.size)];
          const money = { ...evenly(minor(amount)), currency: 'EUR', split: aDraft().split };
          const enqueue = (expenseId: string, change: LedgerChange) => {
            typed.set(expenseId, amount);
            client.sync.outbox.enqueue(
              {
                mutationId: client.uuid(),
                groupId: GROUP_ID,
                entityId: expenseId,
                change,
                queuedAt: clock.now(),
                heldUntil: 0,
                ackSeq: null,
              },
              null,
            );
          };
          if (who === 'create') enqueue(idOf(2000 + index), { kind: 'expense', action: 'create', draft: { ...aDraft(), ...money } });
          if (who === 'update' && mine !== undefined) {
            const rows = project(replica.confirmed() ?? confirmedWith(), client.sync.outbox.pending(GROUP_ID), ANNA).rows;
            const version = rows.find(({ expense }) => expense.id === mine)?.expense.version ?? 1;
            enqueue(mine, { kind: 'expense', action: 'update', edit: money, version });
          }
          if (who === 'bruno') server.bruno.create(idOf(3000 + index), { ...aDraft(), ...money, id: idOf(4000 + index) });
          if (announces) client.announce();
          await clock.advance(wait);
        }
        server.setWeather({});
        client.announce();
        await clock.advance(70_000);
        look();
        expect(complaints).toEqual([]);
        expect(client.sync.outbox.notices(GROUP_ID)).toEqual([]);
        // [INV1] At rest it is what the server has.
        expect(replica.confirmed()?.group.balances).toEqual(server.group().balances);
        expect(client.sync.outbox.pending(GROUP_ID)).toEqual([]);
        client.end();
      }),
      { numRuns: 60 },
    );
  });
});

const sorted = (balances: Record<string, Record<string, number>>) =>
  Object.entries(balances).map(([currency, ofMembers]) => [currency, Object.entries(ofMembers).sort()]);
