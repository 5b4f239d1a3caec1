import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Group, type Member, memberOf } from '@splitifyd/shared/contract';
import type { BalancesByCurrency } from '@splitifyd/shared/domain';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import { createProjection, type ExpenseRow, type SettlementRow, type View } from '../../sync/replica/view.ts';
import { type Undoable, undoableOf } from './ledger-writes.ts';

/** The group and its ledger as they are on screen: the confirmed state at the cursor plus the pending changes [INV7]. */
export interface ShownLedger {
  /** As of the cursor; its `balances` are confirmed ones, `balances` below are what to show. */
  group: ReadonlySignal<Group | null>;
  me: ReadonlySignal<Member | null>;
  /** Newest date first; an unchanged row is the same object. */
  rows: ReadonlySignal<readonly ExpenseRow[]>;
  settlements: ReadonlySignal<readonly SettlementRow[]>;
  /** Ids of what was on its way from this browser while the group was open: the reader is to find it where it was, however old its date. */
  written: ReadonlySignal<ReadonlySet<string>>;
  balances: ReadonlySignal<BalancesByCurrency>;
  undoable: ReadonlySignal<readonly Undoable[]>;
}

export function createShownLedger(groupId: string) {
  const group = signal<Group | null>(null);
  const me = signal<Member | null>(null);
  const rows = signal<readonly ExpenseRow[]>([]);
  const settlements = signal<readonly SettlementRow[]>([]);
  const written = signal<ReadonlySet<string>>(new Set());
  const balances = signal<BalancesByCurrency>({});
  const undoable = signal<readonly Undoable[]>([]);
  const shown: ShownLedger = { group, me, rows, settlements, written, balances, undoable };

  return {
    shown,
    /** For one account: gives what shows a state. Where there is none any more, the rows stay as they were last. */
    follow({ uid, outbox }: AccountSync): (confirmed: Confirmed | null) => View | null {
      const project = createProjection();
      return (confirmed) => {
        group.value = confirmed?.group ?? null;
        if (!confirmed) return null;
        const mine = memberOf(confirmed.group, uid);
        const pending = outbox.pending(groupId);
        const view = project(confirmed, pending, mine?.id ?? '');
        const fresh = pending.filter(({ entityId }) => !written.peek().has(entityId));
        if (fresh.length > 0) written.value = new Set([...written.peek(), ...fresh.map(({ entityId }) => entityId)]);
        update(me, mine);
        rows.value = view.rows;
        settlements.value = view.settlements;
        update(balances, view.balances);
        update(undoable, undoableOf(confirmed, outbox.undoable(groupId)));
        return view;
      };
    },
  };
}

/** Every pull brings new objects; where they say the same, what follows from them need not be computed and drawn again. */
export function update<T>(shown: Signal<T>, next: T): void {
  if (JSON.stringify(shown.peek()) !== JSON.stringify(next)) shown.value = next;
}
