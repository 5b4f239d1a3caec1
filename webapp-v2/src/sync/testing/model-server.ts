import {
  type ActivityEntry,
  type ChangesPage,
  type Expense,
  type Member,
  type Profile,
  type Settlement,
  summarise,
} from '@splitifyd/shared/contract';
import { compareNewestFirst, pairwiseDebts, settleAll } from '@splitifyd/shared/domain';
import type { Ledger } from '../../local-db/ledger.ts';
import { ANNA, ANNA_UID, BRUNO, GROUP_ID } from '../../local-db/testing/samples.ts';
import type { Clock } from '../../platform/clock.ts';
import { ApiProblem } from '../api-error.ts';
import { createModelLedger } from './model-ledger.ts';
import { createModelNetwork, type ModelRequest } from './model-network.ts';

const aMember = (joinedSeq: number): Omit<Member, 'id' | 'displayName'> => ({
  role: 'member',
  status: 'placeholder',
  userId: null,
  version: 1,
  joinedSeq,
  leftSeq: null,
  leftAt: null,
});

const newestFirst = <Row extends Expense | Settlement>(rows: Map<string, Row>): Row[] =>
  [...rows.values()].filter(({ deletedAt }) => deletedAt === null).sort(compareNewestFirst);

/** The server's rules as a model, for tests of the client: one group and Anna's profile, at the other end of a model network. */
export function createModelServer(clock: Clock, { pageSize = 100, snapshotSize = 50 }: { pageSize?: number; snapshotSize?: number } = {}) {
  const ledger = createModelLedger(clock);
  const { rows } = ledger;
  let epoch = 'epoch-1';
  let floorSeq = 0;
  let removed = false;
  let flags: Record<string, boolean> = { 'streaming.groups': true };
  let profile: Profile = { userId: ANNA_UID, displayName: 'Anna Sommer', locale: null, defaultCurrency: null, version: 0 };

  const answerTo = (entry: ActivityEntry | null): ChangesPage => {
    const group = ledger.group();
    const nextSince = entry?.seq ?? group.seq;
    return { group, entries: entry ? [entry] : [], nextSince, headSeq: group.seq, hasMore: nextSince < group.seq, epoch };
  };

  function pull(since: number, ofEpoch: string | undefined): ChangesPage {
    const group = ledger.group();
    const headSeq = group.seq;
    if (since === 0) {
      const expenses = newestFirst(rows.expense);
      const settlements = newestFirst(rows.settlement);
      const snapshot = {
        expenses: expenses.slice(0, snapshotSize),
        nextCursor: expenses.length > snapshotSize ? String(snapshotSize) : null,
        settlements: settlements.slice(0, 50),
        nextSettlementCursor: settlements.length > 50 ? '50' : null,
      };
      return { group, entries: ledger.log().slice(-50), nextSince: headSeq, headSeq, hasMore: false, epoch, snapshot };
    }
    if (since > headSeq || since < floorSeq || (ofEpoch !== undefined && ofEpoch !== epoch)) throw new ApiProblem(410, 'reload-required');
    const entries = ledger
      .log()
      .filter(({ seq }) => seq > since)
      .slice(0, pageSize);
    const nextSince = entries.at(-1)?.seq ?? since;
    return { group, entries, nextSince, headSeq, hasMore: nextSince < headSeq, epoch };
  }

  function digest(cursor: string | undefined) {
    const [since, ofEpoch] = cursor?.split('@') ?? ['0', epoch];
    const { id, seq } = ledger.group();
    if (ofEpoch !== epoch || Number(since) > seq) throw new ApiProblem(410, 'reload-required');
    const summary = summarise(ledger.group(), ANNA_UID);
    const groups = !removed && summary && seq > Number(since) ? [summary] : [];
    return { groups, removed: removed ? [id] : [], cursor: `${seq}@${epoch}`, hasMore: false, epoch };
  }

  function listed(items: readonly unknown[], query: ModelRequest['query'], size: number) {
    const start = Number(query?.cursor ?? 0);
    const end = start + size;
    const nextCursor = items.length > end ? String(end) : null;
    return { page: items.slice(start, end), pagination: { limit: size, total: items.length, hasMore: nextCursor !== null, nextCursor } };
  }

  function respond(name: string, { params, query, body, idempotencyKey = '', ifMatch }: ModelRequest): unknown {
    const { groupId } = params;
    if (groupId !== undefined && (removed || groupId !== GROUP_ID)) throw new ApiProblem(404, 'not-found');
    const { expenseId = '', settlementId = '', memberId = '' } = params;
    const given = <Body>() => body as unknown as Body;
    switch (name) {
      case 'getConfig':
        return { flags, epoch, serverTime: clock.now() };
      case 'getMe':
        return profile;
      case 'updateMe':
        if (ifMatch !== profile.version) throw new ApiProblem(412, 'stale-version', profile);
        profile = { ...profile, ...given<Partial<Profile>>(), version: profile.version + 1 };
        return profile;
      case 'deleteMe':
        // Goes on, once it was begun.
        if (!removed && ifMatch !== profile.version) throw new ApiProblem(412, 'stale-version', profile);
        removed = true;
        return { userId: ANNA_UID, deletedAt: clock.now() };
      case 'listChanges':
        return digest(query?.cursor as string | undefined);
      case 'pullChanges':
        return pull(Number(query?.since ?? 0), query?.epoch as string | undefined);
      case 'getExpense': {
        const expense = rows.expense.get(expenseId);
        if (!expense || expense.deletedAt !== null) throw new ApiProblem(404, 'not-found');
        return expense;
      }
      case 'createExpense':
        return answerTo(ledger.addExpense(idempotencyKey, ANNA, given()));
      case 'updateExpense':
        return answerTo(ledger.editExpense(idempotencyKey, ANNA, expenseId, given(), ifMatch));
      case 'deleteExpense':
        return answerTo(ledger.remove(idempotencyKey, ANNA, 'expense', expenseId, ifMatch));
      case 'createSettlement':
        return answerTo(ledger.addSettlement(idempotencyKey, ANNA, given()));
      case 'updateSettlement':
        return answerTo(ledger.editSettlement(idempotencyKey, ANNA, settlementId, given(), ifMatch));
      case 'deleteSettlement':
        return answerTo(ledger.remove(idempotencyKey, ANNA, 'settlement', settlementId, ifMatch));
      case 'listExpenses': {
        const { page, pagination } = listed(newestFirst(rows.expense), query, snapshotSize);
        return { expenses: page, pagination };
      }
      case 'listSettlements': {
        const { page, pagination } = listed(newestFirst(rows.settlement), query, snapshotSize);
        return { settlements: page, pagination };
      }
      case 'listActivity': {
        const { page, pagination } = listed([...ledger.log()].reverse(), query, pageSize);
        return { entries: page, pagination };
      }
      case 'getBalances': {
        const { balances, seq, settings } = ledger.group();
        const debts = pairwiseDebts(newestFirst(rows.expense), newestFirst(rows.settlement));
        return { balances, seq, transfers: settings.simplifyDebts ? settleAll(balances) : debts };
      }
      case 'updateGroup': {
        const entry = ledger.change(idempotencyKey, ANNA, ['group.updated', body], (group) => {
          if (ifMatch !== group.version) throw new ApiProblem(412, 'stale-version', group);
          const state = { ...group, ...given<Partial<typeof group>>(), version: group.version + 1 };
          return { group: state, entity: { kind: 'group', state } };
        });
        return answerTo(entry);
      }
      case 'addMember': {
        const entry = ledger.change(idempotencyKey, ANNA, ['member.added', body], (group) => {
          const state = { ...aMember(group.seq + 1), ...given<Pick<Member, 'id' | 'displayName'>>() };
          return { group: { ...group, members: { ...group.members, [state.id]: state } }, entity: { kind: 'member', state } };
        });
        return answerTo(entry);
      }
      case 'removeMember':
        if (memberId !== ANNA) throw new ApiProblem(409, 'balance-open');
        removed = true;
        return { groupId, seq: ledger.group().seq };
      default:
        throw new Error(`the model has no ${name}`);
    }
  }

  return {
    ...createModelNetwork(clock, respond),
    ledger,
    head: () => ledger.group().seq,
    group: ledger.group,
    log: ledger.log,
    rows: () => newestFirst(rows.expense),
    expense: (id: string) => rows.expense.get(id),
    settlement: (id: string) => rows.settlement.get(id),
    onChange: ledger.onChange,
    /** What the other member does. */
    bruno: {
      create: (mutationId: string, expense: Ledger['expense']['draft'] & { id: string }) => ledger.addExpense(mutationId, BRUNO, expense),
      update: (mutationId: string, id: string, edit: Ledger['expense']['edit']) =>
        ledger.editExpense(mutationId, BRUNO, id, edit, rows.expense.get(id)?.version),
      remove: (mutationId: string, id: string) => ledger.remove(mutationId, BRUNO, 'expense', id, rows.expense.get(id)?.version),
      pay: (mutationId: string, payment: Ledger['settlement']['draft'] & { id: string }) =>
        ledger.addSettlement(mutationId, BRUNO, payment),
      setSimplify: (mutationId: string, simplifyDebts: boolean) =>
        ledger.change(mutationId, BRUNO, ['group.updated', simplifyDebts], (group) => {
          const state = { ...group, settings: { simplifyDebts }, version: group.version + 1 };
          return { group: state, entity: { kind: 'group', state } };
        }),
    },
    /** Anna is taken out of the group. */
    removeAnna() {
      removed = true;
    },
    /** Anna is let in again. */
    admitAnna() {
      removed = false;
    },
    /** Anna's profile is edited on another device. */
    renameAnna(displayName: string) {
      profile = { ...profile, displayName, version: profile.version + 1 };
    },
    setFlags(next: Record<string, boolean>) {
      flags = next;
    },
    forgetBefore(seq: number) {
      floorSeq = seq;
    },
    /** A back-up without the last changes is put back; the epoch stays where nobody writes another. */
    restore(nextEpoch = epoch) {
      epoch = nextEpoch;
      ledger.reset(1);
    },
  };
}

export type ModelServer = ReturnType<typeof createModelServer>;
