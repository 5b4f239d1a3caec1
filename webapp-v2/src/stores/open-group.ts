import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ActivityEntry, Group, Member } from '@splitifyd/shared/contract';
import { type BalancesByCurrency, settleAll, type TransfersByCurrency } from '@splitifyd/shared/domain';
import type { ExpenseChange, ExpenseDraft, ExpenseEdit, Notice } from '../local-db/queued-change.ts';
import type { AccountSync } from '../sync/account-sync.ts';
import type { Replica, ReplicaStatus } from '../sync/replica.ts';
import { createProjection, type ViewRow } from '../sync/view.ts';
import { createArrivals } from './arrivals.ts';
import { attempt } from './attempt.ts';
import type { Result } from './result.ts';

export type { ExpenseDraft, ExpenseEdit, Notice, ViewRow as ExpenseRow };

export interface OpenGroupDeps {
  sync: ReadonlySignal<AccountSync | null>;
  /** Of the page, for links to hand on: `https://example.test`. */
  origin: string;
}

/** One group while its page is open. Everything shown is the confirmed state at the cursor plus the pending changes [INV7]. */
export interface OpenGroup {
  status: ReadonlySignal<ReplicaStatus>;
  /** As of the cursor; its `balances` are confirmed ones, `balances` below are what to show. */
  group: ReadonlySignal<Group | null>;
  me: ReadonlySignal<Member | null>;
  /** Newest date first; an unchanged row is the same object. */
  rows: ReadonlySignal<readonly ViewRow[]>;
  hasMore: ReadonlySignal<boolean>;
  loadMore(): Promise<void>;
  balances: ReadonlySignal<BalancesByCurrency>;
  transfers: ReadonlySignal<TransfersByCurrency>;
  /** Newest first. */
  activity: ReadonlySignal<ActivityEntry[]>;
  /** expenseId → memberId of whoever else changed it in the last seconds. */
  arrivals: ReadonlySignal<ReadonlyMap<string, string>>;
  notices: ReadonlySignal<Notice[]>;
  dismiss(noticeId: string): void;
  /** Shows and queues the expense at once; gives its id. */
  addExpense(draft: ExpenseDraft): string;
  /** `version` is the one the form was opened with. */
  editExpense(id: string, edit: ExpenseEdit, version: number): void;
  deleteExpense(id: string): void;
  addMember(displayName: string): Promise<Result<Member>>;
  /** `claims`: the placeholder that the invited person is to take over. The link carries the secret in its fragment. */
  createInvite(claims: string | null): Promise<Result<{ link: string }>>;
  close(): void;
}

interface Connection {
  account: AccountSync;
  replica: Replica;
}

export function createOpenGroup({ sync, origin }: OpenGroupDeps, groupId: string): OpenGroup {
  const owner = new AbortController();
  const status = signal<ReplicaStatus>('loading');
  const group = signal<Group | null>(null);
  const me = signal<Member | null>(null);
  const rows = signal<readonly ViewRow[]>([]);
  const hasMore = signal(false);
  const balances = signal<BalancesByCurrency>({});
  const activity = signal<ActivityEntry[]>([]);
  const notices = signal<Notice[]>([]);
  const connection = signal<Connection | null>(null);
  const arrivals = createArrivals((ms, ends) => connected().account.clock.sleep(ms, ends), owner.signal);

  const stop = effect(() => {
    const account = sync.value;
    if (!account) return;
    const life = new AbortController();
    untracked(() => connect(account, AbortSignal.any([owner.signal, life.signal])));
    return () => life.abort();
  });

  function connect(account: AccountSync, life: AbortSignal): void {
    const replica = account.open(groupId, life);
    const project = createProjection();
    let seen: number | null = null;

    /** One batch, so that a page of changes is drawn in one frame and no reader sees half of it. */
    const show = () =>
      batch(() => {
        const confirmed = replica.confirmed();
        status.value = replica.status();
        notices.value = [...account.outbox.notices(groupId)];
        group.value = confirmed?.group ?? null;
        if (!confirmed) return;
        const mine = Object.values(confirmed.group.members).find(({ userId }) => userId === account.uid) ?? null;
        const view = project(confirmed, account.outbox.pending(groupId), mine?.id ?? '');
        me.value = mine;
        rows.value = view.rows;
        balances.value = view.balances;
        hasMore.value = confirmed.olderCursor !== null;
        if (seen === confirmed.cursor) return;
        activity.value = [...confirmed.entries].reverse();
        // What happened before this visit is no arrival.
        const since = seen;
        if (since !== null && replica.hasCaughtUp())
          arrivals.arrive(
            confirmed.entries.filter(({ seq }) => seq > since),
            mine?.id ?? '',
          );
        seen = confirmed.cursor;
      });

    replica.changes.add(show, life);
    account.outbox.changes.add(show, life);
    connection.value = { account, replica };
    show();
  }

  /** Nothing can be changed before the group is shown. */
  function connected(): Connection {
    const current = connection.peek();
    if (!current) throw new Error('this group is not open yet');
    return current;
  }

  function queue(expenseId: string, change: ExpenseChange): void {
    const { account, replica } = connected();
    const { clock, randomness, outbox } = account;
    const base = replica.confirmed()?.expenses.get(expenseId) ?? null;
    outbox.enqueue({ mutationId: randomness.uuid(), groupId, expenseId, change, queuedAt: clock.now(), ackSeq: null }, base);
  }

  let loadingOlder: Promise<void> | null = null;

  return {
    status,
    group,
    me,
    rows,
    hasMore,
    loadMore() {
      // A page that did not arrive leaves `hasMore` as it was: asking again is up to who scrolls.
      loadingOlder ??= (connection.peek()?.replica.loadOlder() ?? Promise.resolve())
        .catch(() => {})
        .finally(() => {
          loadingOlder = null;
        });
      return loadingOlder;
    },
    balances,
    transfers: computed(() => settleAll(balances.value)),
    activity,
    arrivals: arrivals.marked,
    notices,
    dismiss: (noticeId) => connected().account.outbox.dismiss(noticeId),
    addExpense(draft) {
      const expenseId = connected().account.randomness.uuid();
      queue(expenseId, { action: 'create', draft });
      return expenseId;
    },
    editExpense: (expenseId, edit, version) => queue(expenseId, { action: 'update', edit, version }),
    deleteExpense(expenseId) {
      const row = rows.peek().find(({ expense }) => expense.id === expenseId);
      if (row) queue(expenseId, { action: 'delete', version: row.expense.version });
    },
    async addMember(displayName) {
      const { account, replica } = connected();
      const { uuid } = account.randomness;
      const body = { id: uuid(), displayName };
      const idempotencyKey = uuid();
      const added = await attempt(account, () => account.call('addMember', { params: { groupId }, body, idempotencyKey }));
      if (!added.ok) return added;
      replica.receive(added.value);
      const member = added.value.group.members[body.id];
      return member ? { ok: true, value: member } : { ok: false, code: 'not-found' };
    },
    async createInvite(claims) {
      const { account, replica } = connected();
      const token = account.randomness.token();
      const idempotencyKey = account.randomness.uuid();
      const made = await attempt(account, () =>
        account.call('createInvite', { params: { groupId }, body: { token, claims }, idempotencyKey }),
      );
      if (!made.ok) return made;
      replica.receive(made.value);
      // In the fragment: browsers keep it to themselves, so no server's log ever holds it.
      return { ok: true, value: { link: `${origin}/join#${token}` } };
    },
    close() {
      owner.abort();
      stop();
    },
  };
}
