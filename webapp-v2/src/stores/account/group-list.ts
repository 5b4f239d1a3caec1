import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import { type Minor, minor } from '@splitifyd/shared/domain';
import type { Notice } from '../../local-db/queued-change.ts';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { ReadFailure } from '../../sync/api-error.ts';
import { attempt } from '../attempt.ts';
import { createIdempotentAction, idAndKey } from '../idempotent-action.ts';
import { present } from '../present.ts';
import type { Result } from '../result.ts';
import { createLeftBehind, type LeftBehindStore } from './left-behind.ts';

/** The reader's own balance over all groups in one currency, in minor units; positive is owed to them, 0 is owed in one group and got back in another. */
export interface OwnTotal {
  currency: string;
  amount: Minor;
}

/** Refused changes of one group that the user has not dismissed; the group's page tells what they were. */
export interface UnseenNotices {
  groupId: string;
  /** Null where it is not known (any more). */
  name: string | null;
  count: number;
}

export type GroupListStatus = 'loading' | 'ready' | ReadFailure;

export interface GroupListStore extends LeftBehindStore {
  /** `ready` as soon as rows are there, from this browser's copy or from the server. */
  status: ReadonlySignal<GroupListStatus>;
  /** Newest activity first. */
  groups: ReadonlySignal<GroupSummary[]>;
  /** Never summed across currencies; without those in which all is settled. */
  totals: ReadonlySignal<OwnTotal[]>;
  /** By group, in the order in which they came. */
  unseenNotices: ReadonlySignal<UnseenNotices[]>;
  create(input: { name: string; currency: string; displayName: string }): Promise<Result<{ groupId: string }>>;
  refresh(): void;
}

export function createGroupListStore(sync: ReadonlySignal<AccountSync | null>): GroupListStore {
  const status = signal<GroupListStatus>('loading');
  const groups = signal<GroupSummary[]>([]);
  const notices = signal<readonly Notice[]>([]);
  const creating = createIdempotentAction((randomness) => ({ ...idAndKey(randomness), memberId: randomness.uuid() }));

  effect(() => {
    const account = sync.value;
    const life = new AbortController();
    const show = () =>
      batch(() => {
        const known = account?.list.groups() ?? null;
        groups.value = known ? [...known] : [];
        status.value = known ? 'ready' : (account?.list.failure() ?? 'loading');
      });
    const showNotices = () => {
      const unseen = account?.outbox.notices() ?? [];
      if (unseen.length > 0 || notices.peek().length > 0) notices.value = unseen;
    };
    account?.list.changes.add(show, life.signal);
    account?.outbox.changes.add(showNotices, life.signal);
    untracked(() => {
      show();
      showNotices();
    });
    return () => life.abort();
  });

  return {
    status,
    groups,
    totals: computed(() => totalsOf(groups.value)),
    unseenNotices: computed(() => unseenOf(notices.value, groups.value)),
    async create({ name, currency, displayName }) {
      const account = await present(sync);
      return creating(account, { name, currency, displayName }, async ({ id, memberId, idempotencyKey }) => {
        const body = { id, name, currency, member: { id: memberId, displayName } };
        const made = await attempt(account, () => account.call('createGroup', { params: {}, body, idempotencyKey }));
        if (!made.ok) return made;
        account.list.learn(made.value.group);
        return { ok: true, value: { groupId: id } };
      });
    },
    ...createLeftBehind(sync),
    refresh() {
      void sync.peek()?.list.check();
    },
  };
}

function totalsOf(groups: readonly GroupSummary[]): OwnTotal[] {
  const sums = new Map<string, number>();
  for (const { myBalances } of groups) {
    for (const [currency, amount] of Object.entries(myBalances)) if (amount !== 0) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  const rank = ({ amount }: OwnTotal) => (amount === 0 ? 1 : 0);
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount: minor(amount) }))
    .sort((a, b) => rank(a) - rank(b) || (a.currency < b.currency ? -1 : 1));
}

function unseenOf(notices: readonly Notice[], groups: readonly GroupSummary[]): UnseenNotices[] {
  const unseen = new Map<string, UnseenNotices>();
  for (const { groupId, groupName } of notices) {
    const name = groups.find(({ id }) => id === groupId)?.name ?? groupName ?? null;
    unseen.set(groupId, { groupId, name, count: (unseen.get(groupId)?.count ?? 0) + 1 });
  }
  return [...unseen.values()];
}
