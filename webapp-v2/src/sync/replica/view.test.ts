import type { Settlement } from '@splitifyd/shared/contract';
import { computeBalances, minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import type { LedgerChange, QueuedChange } from '../../local-db/queued-change.ts';
import {
  ANNA,
  aDraft,
  anExpense,
  aPayment,
  aSettlement,
  aStoredGroup,
  BRUNO,
  evenly,
  expenseRow,
  GROUP_ID,
  idOf,
  settlementRow,
} from '../../local-db/testing/samples.ts';
import { type Confirmed, fromStored } from './confirmed.ts';
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
const queued = (entityId: string, change: LedgerChange, ack: QueuedChange['ack'] = null): QueuedChange => {
  made += 1;
  return { mutationId: idOf(made), groupId: GROUP_ID, entityId, change, queuedAt: 7, heldUntil: 0, ack };
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

  test('[VIEW9] an edit that makes no difference leaves the row as it is, with its version', () => {
    const expense = anExpense(idOf(1), { version: 3 });
    const edit = { description: expense.description, payers: { ...expense.payers }, note: undefined };
    const { rows, balances } = createProjection()(
      confirmedWith(expense),
      [queued(idOf(1), { kind: 'expense', action: 'update', edit, version: 3 })],
      ANNA,
    );
    expect([rows[0]?.expense, balances]).toEqual([expense, confirmedWith(expense).group.balances]);
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

describe('settlements in the view', () => {
  const paid = (id: string, over: Partial<Settlement> = {}) => settlementRow(aSettlement(id, over));

  test('[VIEW8] a payment is shown as the server will make it, and settles at once', () => {
    const draft = aPayment();
    const creation = queued(idOf(9), { kind: 'settlement', action: 'create', draft });
    const { settlements, balances } = createProjection()(confirmedWith(anExpense(idOf(1))), [creation], BRUNO);
    expect(settlements).toMatchObject([{ pending: true, settlement: { ...draft, id: idOf(9), createdBy: BRUNO, version: 1 } }]);
    expect(balances).toEqual({});
  });

  test('[VIEW8] an edited payment takes the old amount back, a deleted one all of it', () => {
    const stored = aStoredGroup(5, { rows: [paid(idOf(9)), paid(idOf(8), { date: '2024-01-01' })] });
    const balances = computeBalances([], [aPayment(), aPayment()]);
    const confirmed = fromStored({ ...stored, group: { ...stored.group, balances } });
    const edit = { from: BRUNO, to: ANNA, amount: minor(100), currency: 'EUR' };
    const pending = [
      queued(idOf(9), { kind: 'settlement', action: 'update', edit, version: 1 }),
      queued(idOf(8), { kind: 'settlement', action: 'delete', version: 1 }),
    ];
    const view = createProjection()(confirmed, pending, ANNA);
    expect(view.settlements.map(({ settlement }) => [settlement.id, settlement.amount])).toEqual([[idOf(9), 100]]);
    expect(view.balances).toEqual({ EUR: { [BRUNO]: 100, [ANNA]: -100 } });
  });

  test('[VIEW7] a payment that did not change is the same object while an expense changes', () => {
    const project = createProjection();
    const stored = fromStored(aStoredGroup(5, { rows: [paid(idOf(9))] }));
    const before = project(stored, [], ANNA).settlements[0];
    const after = project(stored, [queued(idOf(1), { kind: 'expense', action: 'create', draft: aDraft() })], ANNA).settlements[0];
    expect(before).toBeDefined();
    expect(after).toBe(before);
  });
});
