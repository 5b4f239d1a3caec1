import {
  type Action,
  type ActivityEntry,
  canonicalJson,
  differing,
  type EntityState,
  type Expense,
  editedExpense,
  editedSettlement,
  expenseOf,
  type Group,
  type Settlement,
  settlementOf,
  tombstone,
} from '@splitifyd/shared/contract';
import { addEffect, type BalancesByCurrency, expenseEffect, settlementEffect } from '@splitifyd/shared/domain';
import type { Ledger, LedgerRow } from '../../local-db/ledger.ts';
import { aGroup, anEntryOf, GROUP_ID } from '../../local-db/testing/samples.ts';
import type { Clock } from '../../platform/clock.ts';
import { ApiProblem } from '../api-error.ts';

type Rows = { [Kind in keyof Ledger]: Map<string, Ledger[Kind]['entity']> };
type Fresh<Draft> = Draft & { id: string };

/** The one group of the model server, and its rules: it applies every mutation id once, and keeps the log of what happened. */
export function createModelLedger(clock: Clock) {
  let group: Group = aGroup();
  let log: ActivityEntry[] = [];
  const rows: Rows = { expense: new Map(), settlement: new Map() };
  const onChange = new Set<() => void>();
  const requests = new Map<string, string>();

  function move(balances: BalancesByCurrency, row: LedgerRow | undefined, sign: 1 | -1): BalancesByCurrency {
    if (!row || row.state.deletedAt !== null) return balances;
    const effect = row.kind === 'expense' ? expenseEffect(row.state) : settlementEffect(row.state);
    return addEffect(balances, row.state.currency, effect, sign);
  }

  /** Null where the change makes no difference: no entry, no `seq`. `said` is all that the request says but for `If-Match`. */
  function once(mutationId: string, by: string, said: unknown, change: (seq: number) => ActivityEntry | null): ActivityEntry | null {
    const known = log.find(({ id }) => id === mutationId);
    const request = canonicalJson([by, said]);
    if (known && requests.get(mutationId) !== request) throw new ApiProblem(422, 'idempotency-key-reused');
    if (known) return known;
    const seq = group.seq + 1;
    const entry = change(seq);
    if (!entry) return null;
    group = { ...group, seq, lastActivityAt: clock.now() };
    log.push(entry);
    requests.set(mutationId, request);
    for (const listener of onChange) listener();
    return entry;
  }

  function rowOf(kind: LedgerRow['kind'], id: string): LedgerRow | undefined {
    const [expense, settlement] = [rows.expense.get(id), rows.settlement.get(id)];
    if (kind === 'expense') return expense && { kind, state: expense };
    return settlement && { kind, state: settlement };
  }

  const commit = (
    mutationId: string,
    actorId: string,
    [kind, id, ...said]: [kind: LedgerRow['kind'], id: string, action: 'create' | 'update' | 'delete', body?: unknown],
    change: (seq: number) => LedgerRow | null,
  ) =>
    once(mutationId, actorId, [kind, id, ...said], (seq) => {
      const before = rowOf(kind, id);
      const row = change(seq);
      if (!row) return null;
      group = { ...group, balances: move(move(group.balances, before, -1), row, 1) };
      if (row.kind === 'expense') rows.expense.set(id, row.state);
      else rows.settlement.set(id, row.state);
      return anEntryOf(seq, row, { id: mutationId, actorId });
    });

  const signed = (by: string, seq: number) => ({ by, at: clock.now(), seq });

  function current<Entity extends Expense | Settlement>(entity: Entity | undefined, ifMatch: number | undefined): Entity {
    if (!entity || entity.deletedAt !== null) throw new ApiProblem(404, 'not-found');
    if (ifMatch === undefined) throw new ApiProblem(428, 'precondition-required');
    if (ifMatch !== entity.version) throw new ApiProblem(412, 'stale-version', entity);
    return entity;
  }

  return {
    group: () => group,
    log: () => log as readonly ActivityEntry[],
    rows,
    onChange,

    addExpense: (mutationId: string, by: string, { id, ...draft }: Fresh<Ledger['expense']['draft']>) =>
      commit(mutationId, by, ['expense', id, 'create', draft], (seq) => {
        if (rows.expense.has(id)) throw new ApiProblem(409, 'id-in-use');
        return { kind: 'expense', state: expenseOf({ id, ...draft }, GROUP_ID, signed(by, seq)) };
      }),
    editExpense: (mutationId: string, by: string, id: string, edit: Ledger['expense']['edit'], ifMatch?: number) =>
      commit(mutationId, by, ['expense', id, 'update', edit], (seq) => {
        const before = current(rows.expense.get(id), ifMatch);
        if (!differs(before, edit)) return null;
        return { kind: 'expense', state: editedExpense(before, edit, signed(by, seq)) };
      }),
    addSettlement: (mutationId: string, by: string, { id, ...draft }: Fresh<Ledger['settlement']['draft']>) =>
      commit(mutationId, by, ['settlement', id, 'create', draft], (seq) => {
        if (rows.settlement.has(id)) throw new ApiProblem(409, 'id-in-use');
        return { kind: 'settlement', state: settlementOf({ id, ...draft }, GROUP_ID, signed(by, seq)) };
      }),
    editSettlement: (mutationId: string, by: string, id: string, edit: Ledger['settlement']['edit'], ifMatch?: number) =>
      commit(mutationId, by, ['settlement', id, 'update', edit], (seq) => {
        const before = current(rows.settlement.get(id), ifMatch);
        if (!differs(before, edit)) return null;
        return { kind: 'settlement', state: editedSettlement(before, edit, signed(by, seq)) };
      }),
    remove: (mutationId: string, by: string, kind: LedgerRow['kind'], id: string, ifMatch?: number) =>
      commit(mutationId, by, [kind, id, 'delete'], (seq) => {
        if (kind === 'expense') return { kind, state: tombstone(current(rows.expense.get(id), ifMatch), signed(by, seq)) };
        return { kind, state: tombstone(current(rows.settlement.get(id), ifMatch), signed(by, seq)) };
      }),
    /** Anything that moves no money. */
    change: (
      mutationId: string,
      by: string,
      [action, ...said]: [action: Action, body: unknown],
      apply: (group: Group) => { group: Group; entity: EntityState },
    ) =>
      once(mutationId, by, [action, ...said], (seq) => {
        const changed = apply(group);
        group = changed.group;
        return { id: mutationId, seq, at: clock.now(), actorId: by, action, fields: [], entity: changed.entity };
      }),
    /** A mistake of the server, as no code of ours should ever make it. */
    corrupt(balances: BalancesByCurrency) {
      group = { ...group, balances };
    },
    reset(seq: number) {
      log = [];
      requests.clear();
      rows.expense.clear();
      rows.settlement.clear();
      group = aGroup({ seq });
    },
  };
}

const differs = (before: object, edit: object): boolean =>
  differing(Object.keys(edit), edit as Record<string, unknown>, before as Record<string, unknown>).length > 0;
