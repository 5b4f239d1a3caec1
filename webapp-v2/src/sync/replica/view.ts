import type { Expense, Settlement } from '@splitifyd/shared/contract';
import { addEffect, type BalancesByCurrency, compareNewestFirst } from '@splitifyd/shared/domain';
import type { EntityKind, EntityOf } from '../../local-db/ledger.ts';
import type { ChangeOf, QueuedChange } from '../../local-db/queued-change.ts';
import type { Confirmed } from './confirmed.ts';
import { EXPENSES, type ReplayRules, replay, SETTLEMENTS } from './replay.ts';

export interface ExpenseRow {
  expense: Expense;
  /** A change of this browser that the confirmed state does not hold yet has a part in it. */
  pending: boolean;
}

export interface SettlementRow {
  settlement: Settlement;
  pending: boolean;
}

/** What is shown: confirmed + pending, and nothing else [INV7]. Rows are newest date first, then newest made, then by id: as the server lists them. */
export interface View {
  rows: readonly ExpenseRow[];
  settlements: readonly SettlementRow[];
  balances: BalancesByCurrency;
}

type Project = (confirmed: Confirmed, pending: readonly QueuedChange[], myMemberId: string) => View;

/**
 * Replays the pending changes on the confirmed state. The result depends on the arguments alone; what is remembered
 * between calls only keeps rows that did not change the same objects, so that drawing them again costs nothing.
 */
export function createProjection(): Project {
  const projectExpenses = createKindProjection(EXPENSES, (expense, pending): ExpenseRow => ({ expense, pending }));
  const projectSettlements = createKindProjection(SETTLEMENTS, (settlement, pending): SettlementRow => ({ settlement, pending }));

  let last: { confirmed: Confirmed; pending: readonly QueuedChange[]; myMemberId: string; view: View } | null = null;

  return (confirmed, pending, myMemberId) => {
    if (last?.confirmed === confirmed && last.myMemberId === myMemberId && areSame(last.pending, pending)) return last.view;
    const expenses = projectExpenses(confirmed.expenses, pending, myMemberId, confirmed.group.balances);
    const settlements = projectSettlements(confirmed.settlements, pending, myMemberId, expenses.balances);
    const view = { rows: expenses.rows, settlements: settlements.rows, balances: settlements.balances };
    last = { confirmed, pending, myMemberId, view };
    return view;
  };
}

/** Whether they say the same: an answer changes nothing of what a change does. */
const areSame = (a: readonly QueuedChange[], b: readonly QueuedChange[]): boolean =>
  a.length === b.length && a.every(({ mutationId }, index) => b[index]?.mutationId === mutationId);

interface Replayed<Entity> {
  before: Entity | undefined;
  after: Entity | undefined;
}

interface Shown<Entity, Row> {
  entity: Entity;
  pending: boolean;
  row: Row;
}

function createKindProjection<Kind extends EntityKind, Row>(
  rules: ReplayRules<Kind>,
  makeRow: (entity: EntityOf<Kind>, pending: boolean) => Row,
) {
  type Entity = EntityOf<Kind>;
  let shown = new Map<string, Shown<Entity, Row>>();
  let replayed = new Map<string, Replayed<Entity>>();
  /** The same array as long as it holds the same rows. */
  let rows: readonly Row[] = [];

  return (
    confirmed: ReadonlyMap<string, Entity>,
    pending: readonly QueuedChange[],
    memberId: string,
    confirmedBalances: BalancesByCurrency,
  ): { rows: readonly Row[]; balances: BalancesByCurrency } => {
    const entities = new Map(confirmed);
    const touched = new Set<string>();
    const replaying: typeof replayed = new Map();
    let balances = confirmedBalances;

    const move = (entity: Entity | undefined, sign: 1 | -1) => {
      if (entity && entity.deletedAt === null) balances = addEffect(balances, entity.currency, rules.effect(entity), sign);
    };
    for (const { mutationId, entityId, groupId, queuedAt, change } of pending) {
      if (!isOfKind(change, rules.kind)) continue;
      const before = entities.get(entityId);
      const known = replayed.get(mutationId);
      const stamp = { entityId, groupId, memberId, at: queuedAt };
      const after = known && known.before === before ? known.after : replay(rules, change, before, stamp);
      replaying.set(mutationId, { before, after });
      if (after === undefined) continue;
      move(before, -1);
      move(after, 1);
      entities.set(entityId, after);
      touched.add(entityId);
    }

    const next = new Map<string, Shown<Entity, Row>>();
    for (const [id, entity] of entities) {
      if (entity.deletedAt !== null) continue;
      const isPending = touched.has(id);
      const before = shown.get(id);
      const isSame = before && before.entity === entity && before.pending === isPending;
      next.set(id, isSame ? before : { entity, pending: isPending, row: makeRow(entity, isPending) });
    }
    shown = next;
    replayed = replaying;
    const sorted = [...next.values()].sort((a, b) => compareNewestFirst(a.entity, b.entity)).map(({ row }) => row);
    if (sorted.length !== rows.length || sorted.some((row, index) => row !== rows[index])) rows = sorted;
    return { rows, balances };
  };
}

const isOfKind = <Kind extends EntityKind>(change: QueuedChange['change'], kind: Kind): change is QueuedChange['change'] & ChangeOf<Kind> =>
  change.kind === kind;
