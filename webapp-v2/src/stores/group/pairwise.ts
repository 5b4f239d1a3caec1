import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  addPairwise,
  type LedgerExpense,
  pairwiseDebts,
  pairwiseEffect,
  pairwiseSettlementEffect,
  type Transfer,
  type TransfersByCurrency,
} from '@splitifyd/shared/domain';
import { createPullLoop, type PullLoop } from '../../sync/pull-loop.ts';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import type { View } from '../../sync/replica/view.ts';
import type { GroupLink } from './group-link.ts';

/** Between the starts of two requests for the debts, in ms. */
const SPACING_MS = 1000;

/** Debts that the server told, and the state of the group that they belong to. */
interface Base {
  debts: TransfersByCurrency;
  confirmed: Confirmed;
}

interface Shown {
  confirmed: Confirmed;
  view: View;
}

/**
 * Who owes whom in a group that does not simplify its debts. Such debts follow from the whole history: where that is at hand
 * they are computed from it, else the server is asked once and what changed since is added here, pending changes too.
 */
export function createPairwise() {
  const shown = signal<Shown | null>(null);
  const base = signal<Base | null>(null);
  let loop: PullLoop | null = null;

  const since = computed(() => (shown.value && base.value ? debtsSince(base.value, shown.value) : null));
  let last: TransfersByCurrency = {};
  const debts = computed(() => {
    const now = shown.value;
    // While the server is asked again, what was shown last is the best there is.
    last = now && isWhole(now.confirmed) ? pairwiseDebts(expensesOf(now.view), settlementsOf(now.view)) : (since.value ?? last);
    return last;
  });

  const needsAnswer = (): boolean => {
    const now = shown.peek();
    return now !== null && !now.confirmed.group.settings.simplifyDebts && !isWhole(now.confirmed) && since.peek() === null;
  };

  return {
    debts: debts as ReadonlySignal<TransfersByCurrency>,
    show(confirmed: Confirmed, view: View): void {
      shown.value = { confirmed, view };
      if (needsAnswer()) loop?.poke();
    },
    follow({ groupId, account, replica }: GroupLink, life: AbortSignal): void {
      const { clock, randomness, call } = account;
      loop = createPullLoop({
        clock,
        random: randomness.random,
        spacingMs: () => SPACING_MS,
        behind: needsAnswer,
        async pull() {
          const { seq, transfers } = await call('getBalances', { params: { groupId } }, life);
          const confirmed = replica.confirmed();
          if (life.aborted || !confirmed) return;
          // Debts of another moment than the rows would count a change twice or not at all: catch up and ask again.
          if (seq === confirmed.cursor) base.value = { debts: transfers, confirmed };
          else replica.poke(seq);
        },
        onFailure: () => {},
        signal: life,
      });
    },
  };
}

const isWhole = ({ older }: Confirmed): boolean => older.expense === null && older.settlement === null;

const expensesOf = ({ rows }: View) => rows.map(({ expense }) => expense);
const settlementsOf = ({ settlements }: View) => settlements.map(({ settlement }) => settlement);

/** The base's debts and what changed since; null where that cannot be told from the rows at hand. */
function debtsSince({ debts, confirmed: before }: Base, { confirmed: now, view }: Shown): TransfersByCurrency | null {
  if (before.epoch !== now.epoch) return null;
  const expenses = changesSince(before.cursor, before.expenses, now.expenses, expensesOf(view));
  const settlements = changesSince(before.cursor, before.settlements, now.settlements, settlementsOf(view));
  if (!expenses || !settlements) return null;
  return replace(replace(debts, expenses, pairwiseEffect), settlements, pairwiseSettlementEffect);
}

type Change<Row> = [was: Row | undefined, is: Row | undefined];

interface Versioned {
  id: string;
  seq: number;
  version: number;
  deletedAt: number | null;
}

function changesSince<Row extends Versioned>(
  cursor: number,
  before: ReadonlyMap<string, Row>,
  now: ReadonlyMap<string, Row>,
  shown: readonly Row[],
): Change<Row>[] | null {
  const is = new Map(shown.map((row) => [row.id, row]));
  const changes: Change<Row>[] = [];
  for (const id of new Set([...before.keys(), ...now.keys(), ...is.keys()])) {
    const current = now.get(id);
    // A row that was listed later than the base, and has not changed since it.
    const known = before.get(id) ?? (current && current.seq <= cursor ? current : undefined);
    const wasForgotten = known !== undefined && current === undefined;
    const wasUnknown = known === undefined && current !== undefined && current.version > 1;
    if (wasForgotten || wasUnknown) return null;
    const was = known?.deletedAt === null ? known : undefined;
    if (was !== is.get(id)) changes.push([was, is.get(id)]);
  }
  return changes;
}

function replace<Row extends Pick<LedgerExpense, 'currency'>>(
  debts: TransfersByCurrency,
  changes: readonly Change<Row>[],
  effect: (row: Row) => Transfer[],
): TransfersByCurrency {
  let next = debts;
  for (const [was, is] of changes) {
    if (was) next = addPairwise(next, was.currency, effect(was), -1);
    if (is) next = addPairwise(next, is.currency, effect(is), 1);
  }
  return next;
}
