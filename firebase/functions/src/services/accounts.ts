import type { AccountReceipt, ParsedBody, Profile } from '@splitifyd/shared/contract';
import { detachAccount } from './decisions/leaving.ts';
import { initialProfile, tombstoneOf, updateProfile } from './decisions/profiles.ts';
import type { Mutation } from './ledger/change.ts';
import { retryCommit } from './ledger/commit-retry.ts';
import type { Ledger } from './ledger/ledger.ts';
import { firstOutcome, receiptFor } from './ledger/receipts.ts';
import type {
  Account,
  AccountStore,
  DeleteSignIn,
  Deletion,
  DepartureReader,
  GroupPosition,
  GroupReader,
  Surroundings,
  TimedPosition,
} from './ports.ts';
import { Problem } from './problem.ts';

interface AccountDeps extends Surroundings {
  accounts: AccountStore;
  groups: GroupReader;
  departures: DepartureReader;
  ledger: Ledger;
  deleteSignIn: DeleteSignIn;
  /** Told as soon as an account is marked as deleted, before anything else happens. */
  onDeleted(userId: string): void;
  newId(): string;
}

export type AccountService = ReturnType<typeof createAccountService>;

const GROUPS_AT_ONCE = 20;

/** The first round finds nearly everything; what a request under way adds behind its back the second; then one finds nothing. */
const ROUNDS = 6;

export function createAccountService({
  accounts,
  groups,
  departures,
  ledger,
  deleteSignIn,
  onDeleted,
  newId,
  ...surroundings
}: AccountDeps) {
  /**
   * Marks the account, once: whatever comes later goes on with that deletion, under whatever key, since who was interrupted may have
   * forgotten theirs.
   */
  const mark = (account: Account, mutation: Mutation): Promise<Deletion> =>
    retryCommit(surroundings, async () => {
      const found = await accounts.read(account.userId, mutation.id);
      // The outcome itself is with the account; a key that stands for something else is refused all the same.
      firstOutcome(found.receipt, mutation);
      if (found.account?.deletion) return found.account.deletion;
      const deletion = { at: surroundings.now() };
      const tombstone = tombstoneOf(found.account?.profile ?? initialProfile(account), mutation.ifMatch);
      const receipt = receiptFor(mutation, { kind: 'deletion', deletedAt: deletion.at }, deletion.at);
      const marked = { account: { profile: tombstone, deletion }, mutationId: mutation.id, receipt, revision: found.revision };
      return (await accounts.commit(marked)) ? deletion : null;
    });

  /**
   * Leaving twice does no harm, so the mutation needs no id that a repetition would know again: it gets one that nobody can have used
   * before, which is what would keep the account in the group.
   */
  const leave = async (groupId: string, { userId, requestHash }: Mutation): Promise<void> => {
    const mutation: Mutation = { id: newId(), userId, requestHash, ifMatch: undefined };
    try {
      await ledger.detach({ endpoint: 'deleteMe', groupId }, mutation, detachAccount(userId));
    } catch (cause) {
      // Somebody deleted the group in between, which ended this membership too.
      if (!(cause instanceof Problem && cause.code === 'not-found')) throw cause;
    }
  };

  const leaveEverything = async (mutation: Mutation): Promise<void> => {
    for (let round = 0; round < ROUNDS; round++) {
      let after: GroupPosition | null = null;
      let found = 0;
      do {
        const page = await groups.listOf(mutation.userId, GROUPS_AT_ONCE, after);
        await Promise.all(page.map(({ id }) => leave(id, mutation)));
        found += page.length;
        after = page.length === GROUPS_AT_ONCE ? (page.at(-1) ?? null) : null;
      } while (after !== null);
      if (found === 0) return;
    }
    throw new Problem('busy');
  };

  /**
   * The groups it had left or was removed from, whose members still say whose they were. Nothing adds to them any more: it is in no group.
   * A group that was deleted stays as it ended; nobody reads it.
   */
  const unlinkEverywhere = async (mutation: Mutation): Promise<void> => {
    let after: TimedPosition | null = { at: 0, id: null };
    while (after !== null) {
      const page: Awaited<ReturnType<DepartureReader['since']>> = await departures.since(mutation.userId, after, GROUPS_AT_ONCE);
      await Promise.all(page.map(({ groupId }) => leave(groupId, mutation)));
      const last = page.length === GROUPS_AT_ONCE ? page.at(-1) : undefined;
      after = last ? { at: last.leftAt, id: last.groupId } : null;
    }
  };

  return {
    async get(account: Account): Promise<Profile> {
      return (await accounts.get(account.userId))?.profile ?? initialProfile(account);
    },

    update: (edit: ParsedBody<'updateMe'>, account: Account, mutation: Mutation): Promise<Profile> =>
      retryCommit(surroundings, async () => {
        const found = await accounts.read(account.userId, mutation.id);
        const outcome = firstOutcome(found.receipt, mutation);
        if (outcome?.kind === 'profile') return outcome.profile;
        if (found.account?.deletion) throw new Problem('account-deleted');
        const before = found.account?.profile ?? initialProfile(account);
        const profile = updateProfile(before, edit, mutation.ifMatch);
        if (!profile) return before;
        const receipt = receiptFor(mutation, { kind: 'profile', profile }, surroundings.now());
        const edited = { account: { profile, deletion: null }, mutationId: mutation.id, receipt, revision: found.revision };
        return (await accounts.commit(edited)) ? profile : null;
      }),

    /**
     *   marked (refused from now on) ──▶ out of every group, one mutation each ──▶ unlinked where it was before, one mutation each
     *                                                                        ──▶ notes and receipts forgotten ──▶ sign-in deleted
     *
     * Every step may be done twice, so a deletion that was interrupted anywhere is sent again and goes on.
     */
    async delete(account: Account, mutation: Mutation): Promise<AccountReceipt> {
      const { userId } = account;
      const deletion = await mark(account, mutation);
      onDeleted(userId);
      await leaveEverything(mutation);
      await unlinkEverywhere(mutation);
      await accounts.forgetTraces(userId);
      await deleteSignIn(userId);
      return { userId, deletedAt: deletion.at };
    },
  };
}
