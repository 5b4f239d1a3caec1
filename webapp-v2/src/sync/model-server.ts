import type { ActivityEntry, ChangesPage, Expense, ExpenseEdit, Group, NewExpense } from '@splitifyd/shared/contract';
import { addEffect, type BalancesByCurrency, computeShares, expenseEffect } from '@splitifyd/shared/domain';
import { ANNA, aGroup, anEntry, BRUNO, GROUP_ID } from '../local-db/samples.ts';
import type { Clock } from '../platform/clock.ts';
import type { ApiRequest, Call } from './api.ts';
import { ApiProblem, Unreachable } from './api-error.ts';

/** What becomes of a request: `unheard` never arrives, `unanswered` takes effect but its answer is lost. */
export type Fate = 'answered' | 'unheard' | 'unanswered' | 'busy';

export interface Weather {
  /** Of each of the two ways, in ms. */
  delayMs(): number;
  fate(): Fate;
}

const CALM: Weather = { delayMs: () => 0, fate: () => 'answered' };

/**
 * The server's rules as a model, for tests of the client: one group, its ledger, and a network whose weather the test makes.
 * It applies every mutation id once, and keeps the log from which any former state can be told.
 */
export function createModelServer(clock: Clock, { pageSize = 100, snapshotSize = 50 }: { pageSize?: number; snapshotSize?: number } = {}) {
  let weather = CALM;
  let epoch = 'epoch-1';
  let floorSeq = 0;
  let removed = false;
  let group: Group = aGroup();
  let log: ActivityEntry[] = [];
  const expenses = new Map<string, Expense>();
  const onChange = new Set<() => void>();
  const calls: string[] = [];

  function move(balances: BalancesByCurrency, expense: Expense | undefined, sign: 1 | -1): BalancesByCurrency {
    return expense && expense.deletedAt === null ? addEffect(balances, expense.currency, expenseEffect(expense), sign) : balances;
  }

  function commit(mutationId: string, actorId: string, change: (seq: number) => Expense): ActivityEntry {
    const known = log.find(({ id }) => id === mutationId);
    if (known) return known;
    const seq = group.seq + 1;
    const expense = change(seq);
    const before = expenses.get(expense.id);
    group = { ...group, seq, balances: move(move(group.balances, before, -1), expense, 1), lastActivityAt: clock.now() };
    expenses.set(expense.id, expense);
    const entry = anEntry(seq, expense, { id: mutationId, actorId });
    log.push(entry);
    for (const listener of onChange) listener();
    return entry;
  }

  const shared = (expense: Expense): Expense => ({ ...expense, shares: computeShares(expense.amount, expense.split, expense.id) });

  const create = (mutationId: string, by: string, { id, ...draft }: NewExpense): ActivityEntry =>
    commit(mutationId, by, (seq) => {
      if (expenses.has(id)) throw new ApiProblem(409, 'id-in-use');
      const authorship = { createdBy: by, createdAt: clock.now(), updatedBy: by, updatedAt: clock.now() };
      return shared({ ...draft, ...authorship, id, groupId: GROUP_ID, shares: {}, version: 1, seq, deletedAt: null });
    });

  const change = (
    mutationId: string,
    by: string,
    id: string,
    ifMatch: number | undefined,
    apply: (before: Expense) => Expense,
  ): ActivityEntry =>
    commit(mutationId, by, (seq) => {
      const before = expenses.get(id);
      if (!before || before.deletedAt !== null) throw new ApiProblem(404, 'not-found');
      if (ifMatch !== undefined && ifMatch !== before.version) throw new ApiProblem(412, 'stale-version', before);
      return { ...apply(before), version: before.version + 1, updatedBy: by, seq };
    });

  const update = (mutationId: string, by: string, id: string, edit: ExpenseEdit, ifMatch?: number): ActivityEntry =>
    change(mutationId, by, id, ifMatch, (before) => shared({ ...before, ...(edit as Partial<Expense>) }));

  const remove = (mutationId: string, by: string, id: string, ifMatch?: number): ActivityEntry =>
    change(mutationId, by, id, ifMatch, (before) => ({ ...before, deletedAt: clock.now() }));

  const answerTo = (entry: ActivityEntry): ChangesPage => {
    const hasMore = entry.seq < group.seq;
    return { group, entries: [entry], nextSince: entry.seq, headSeq: group.seq, hasMore, epoch };
  };

  const newestFirst = (): Expense[] =>
    [...expenses.values()]
      .filter(({ deletedAt }) => deletedAt === null)
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)));

  function pull(since: number, ofEpoch: string | undefined): ChangesPage {
    const headSeq = group.seq;
    if (since === 0) {
      const rows = newestFirst();
      const nextCursor = rows.length > snapshotSize ? String(snapshotSize) : null;
      const snapshot = { expenses: rows.slice(0, snapshotSize), nextCursor, settlements: [] };
      return { group, entries: log.slice(-50), nextSince: headSeq, headSeq, hasMore: false, epoch, snapshot };
    }
    if (since > headSeq || since < floorSeq || (ofEpoch !== undefined && ofEpoch !== epoch)) throw new ApiProblem(410, 'reload-required');
    const entries = log.filter(({ seq }) => seq > since).slice(0, pageSize);
    const nextSince = entries.at(-1)?.seq ?? since;
    return { group, entries, nextSince, headSeq, hasMore: nextSince < headSeq, epoch };
  }

  // One case an endpoint, as `unknown`: the types of the contract join the two ends in `Call`.
  function respond(name: string, { params, query, body, idempotencyKey = '', ifMatch }: ApiRequest<'updateExpense'>): unknown {
    if (removed && name !== 'listGroups') throw new ApiProblem(404, 'not-found');
    const { since = 0, epoch: ofEpoch, cursor = '0' } = (query ?? {}) as { since?: number; epoch?: string; cursor?: string };
    const metadata = { lastChangeTimestamp: 0, changeCount: group.seq, serverTime: clock.now(), epoch };
    switch (name) {
      case 'pullChanges':
        return pull(since, ofEpoch);
      case 'createExpense':
        return answerTo(create(idempotencyKey, ANNA, body as NewExpense));
      case 'updateExpense':
        return answerTo(update(idempotencyKey, ANNA, params.expenseId, body as ExpenseEdit, ifMatch));
      case 'deleteExpense':
        return answerTo(remove(idempotencyKey, ANNA, params.expenseId, ifMatch));
      case 'listExpenses': {
        const end = Number(cursor) + snapshotSize;
        const nextCursor = expenses.size > end ? String(end) : null;
        return {
          expenses: newestFirst().slice(Number(cursor), end),
          pagination: { limit: 50, total: 0, hasMore: false, nextCursor },
          metadata,
        };
      }
      case 'listGroups': {
        const { id, name: title, currency, seq, lastActivityAt } = group;
        const summary = { id, name: title, currency, memberCount: 2, myMemberId: ANNA, myBalances: {}, seq, lastActivityAt };
        return { groups: removed ? [] : [summary], pagination: { limit: 100, total: 1, hasMore: false, nextCursor: null }, metadata };
      }
      default:
        throw new Error(`the model has no ${name}`);
    }
  }

  const call = (async (name: string, request: ApiRequest<'updateExpense'>, signal?: AbortSignal) => {
    calls.push(name);
    const fate = weather.fate();
    await clock.sleep(weather.delayMs(), signal);
    if (signal?.aborted || fate === 'unheard') throw new Unreachable();
    if (fate === 'busy') throw new ApiProblem(503, 'busy');
    const answer = structuredClone(respond(name, request));
    await clock.sleep(weather.delayMs(), signal);
    if (signal?.aborted || fate === 'unanswered') throw new Unreachable();
    return answer;
  }) as Call;

  return {
    call,
    calls,
    head: () => group.seq,
    group: () => group,
    log: () => log as readonly ActivityEntry[],
    rows: newestFirst,
    expense: (id: string) => expenses.get(id),
    onChange,
    setWeather(next: Partial<Weather>) {
      weather = { ...CALM, ...next };
    },
    /** What the other member does. */
    bruno: {
      create: (mutationId: string, expense: NewExpense) => create(mutationId, BRUNO, expense),
      update: (mutationId: string, id: string, edit: ExpenseEdit) => update(mutationId, BRUNO, id, edit),
      remove: (mutationId: string, id: string) => remove(mutationId, BRUNO, id),
    },
    /** Anna is taken out of the group. */
    removeAnna() {
      removed = true;
    },
    forgetBefore(seq: number) {
      floorSeq = seq;
    },
    /** A back-up without the last changes is put back. */
    restore(nextEpoch: string) {
      epoch = nextEpoch;
      log = [];
      expenses.clear();
      group = aGroup({ seq: 1 });
    },
  };
}

export type ModelServer = ReturnType<typeof createModelServer>;
