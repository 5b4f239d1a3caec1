import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ActivityEntry, Expense, Settlement } from '@splitifyd/shared/contract';
import { type Explanation, explainBalance, settleAll, type TransfersByCurrency } from '@splitifyd/shared/domain';
import type { Notice } from '../../local-db/queued-change.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import type { ReplicaStatus } from '../../sync/replica/held-state.ts';
import type { ExpenseRow, SettlementRow } from '../../sync/replica/view.ts';
import { createDraftShelf, type DraftShelf } from '../draft-shelf.ts';
import { createArrivals } from './arrivals.ts';
import { createDriftWatch, type Drift } from './drift.ts';
import { createFeed, type Feed } from './feed.ts';
import { createForeknown, type Foreknown } from './foreknown.ts';
import { createGroupActions, type GroupActions } from './group-actions.ts';
import type { GroupLink } from './group-link.ts';
import { createHistory, type History } from './history.ts';
import { createLedgerWrites, type LedgerWrites, type Undoable } from './ledger-writes.ts';
import { createPairwise } from './pairwise.ts';
import { createShownLedger, type ShownLedger, update } from './shown-ledger.ts';

export type { ExpenseDraft, ExpenseEdit, SettlementDraft, SettlementEdit } from '../../local-db/ledger.ts';
export type { NoticeOf } from '../../local-db/queued-change.ts';
export type { ExpenseRow, Notice, SettlementRow, Undoable };

export interface OpenGroupDeps {
  sync: ReadonlySignal<AccountSync | null>;
  /** Of the page, for links to hand on: `https://example.test`. */
  origin: string;
  /** For who looks after the program; nothing of what people wrote or paid. */
  log(event: string, fields: Record<string, unknown>): void;
}

/** One group while its page is open. Everything shown is the confirmed state at the cursor plus the pending changes [INV7]. */
export interface OpenGroup extends ShownLedger, LedgerWrites, History, Feed, GroupActions {
  status: ReadonlySignal<ReplicaStatus>;
  foreknown: ReadonlySignal<Foreknown>;
  /** Loads now what could not be loaded, instead of when the pause is over. */
  retry(): void;
  /** What would settle the group: the fewest transfers, or each pair's own debt where the group does not simplify. */
  transfers: ReadonlySignal<TransfersByCurrency>;
  /** What makes up a member's balance, as far as the history is at hand (`isComplete`). */
  explain(memberId: string, currency: string): Explanation<Expense, Settlement>;
  /** Id of the expense or settlement → memberId of whoever else changed it in the last seconds. */
  arrivals: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What others did, of the last page of changes during this visit that held any. Another list, empty, as what was there before arrives. */
  news: ReadonlySignal<readonly ActivityEntry[]>;
  notices: ReadonlySignal<readonly Notice[]>;
  dismiss(noticeId: string): void;
  /** Null unless the server's balances differ from those recomputed from the whole history: a mistake of the program [INV1]. */
  drift: ReadonlySignal<Drift | null>;
  drafts: DraftShelf;
  close(): void;
}

export function createOpenGroup({ sync, origin, log }: OpenGroupDeps, groupId: string): OpenGroup {
  const owner = new AbortController();
  const status = signal<ReplicaStatus>('loading');
  const notices = signal<readonly Notice[]>([]);
  const link = signal<GroupLink | null>(null);

  function linked(): GroupLink {
    const current = link.peek();
    if (!current) throw new Error('this group is not open yet');
    return current;
  }

  const { shown, follow } = createShownLedger(groupId);
  const { group, me, rows, settlements, balances } = shown;
  const { foreknown, learn, seekName } = createForeknown(groupId);
  const arrivals = createArrivals((ms, ends) => linked().account.clock.sleep(ms, ends), owner.signal);
  const { show: showHistory, ...history } = createHistory(link, owner.signal);
  const { show: showFeed, ...feed } = createFeed(link, owner.signal);
  const drift = createDriftWatch((cursor, currency) => log('balances.drift', { groupId, cursor, currency }));
  const pairwise = createPairwise();

  const stop = effect(() => {
    const account = sync.value;
    if (!account) return;
    const life = new AbortController();
    untracked(() => connect(account, AbortSignal.any([owner.signal, life.signal])));
    return () => life.abort();
  });

  function connect(account: AccountSync, life: AbortSignal): void {
    const replica = account.open(groupId, life);
    const showLedger = follow(account);
    let seen: number | null = null;

    /** One batch, so that a page of changes is drawn in one frame and no reader sees half of it. */
    const show = (): void =>
      batch(() => {
        const confirmed = replica.confirmed();
        // That it is gone is said with its name, where that is known.
        const named = replica.status() === 'gone' ? seekName(account.db) : null;
        if (named) return void named.then(() => life.aborted || show());
        status.value = replica.status();
        update(notices, account.outbox.notices(groupId));
        const view = showLedger(confirmed);
        if (!confirmed || !view) return;
        showHistory(confirmed);
        pairwise.show(confirmed, view);
        void watchDrift(confirmed);
        if (seen === confirmed.cursor) return;
        showFeed(confirmed);
        if (seen === null || !replica.hasCaughtUp()) arrivals.begin();
        else arrivals.arrive(confirmed.entries, seen, me.peek()?.id ?? '');
        seen = confirmed.cursor;
      });

    /** Adding up a long history takes a while, and is nobody's to wait for. */
    const watchDrift = async (confirmed: Confirmed) => {
      if (drift.hasSeen(confirmed)) return;
      await account.afterPaint();
      if (!life.aborted && confirmed === replica.confirmed()) drift.look(confirmed, replica);
    };

    const learnFromList = () => learn(account.list.groups());
    learnFromList();
    account.list.changes.add(learnFromList, life);
    replica.changes.add(show, life);
    account.outbox.changes.add(show, life);
    // Nobody can undo anything any more.
    life.addEventListener('abort', () => account.outbox.release(groupId));
    link.value = { groupId, account, replica };
    pairwise.follow(link.value, life);
    show();
  }

  return {
    status,
    foreknown,
    retry: () => link.peek()?.replica.retryNow(),
    ...shown,
    transfers: computed(() => (group.value?.settings.simplifyDebts ? settleAll(balances.value) : pairwise.debts.value)),
    explain: (memberId, currency) =>
      explainBalance(
        memberId,
        currency,
        rows.value.map(({ expense }) => expense),
        settlements.value.map(({ settlement }) => settlement),
      ),
    arrivals: arrivals.marked,
    news: arrivals.news,
    notices,
    dismiss: (noticeId) => linked().account.outbox.dismiss(noticeId),
    drift: drift.found,
    drafts: createDraftShelf(link),
    ...history,
    ...feed,
    ...createLedgerWrites(linked, () => ({ rows: rows.peek(), settlements: settlements.peek() }), arrivals.overwrite),
    ...createGroupActions(linked, origin),
    close() {
      owner.abort();
      stop();
    },
  };
}
