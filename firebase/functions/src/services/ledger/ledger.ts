import {
  type ActivityEntry,
  activeMemberOf,
  type ChangesPage,
  type Departure,
  type EndpointName,
  type Member,
} from '@splitifyd/shared/contract';
import { admit } from '../membership.ts';
import type {
  LedgerEntry,
  LedgerSnapshot,
  LedgerStore,
  ReadEpoch,
  Revision,
  SeenAccount,
  StoredGroup,
  Subject,
  Surroundings,
} from '../ports.ts';
import { Problem } from '../problem.ts';
import type { Decide, LedgerState, Mutation, Stamp } from './change.ts';
import { mutationPage } from './changes-page.ts';
import { retryCommit } from './commit-retry.ts';
import type { FollowDebts } from './debts.ts';
import { createGroupLines } from './group-lines.ts';
import { firstOutcome, receiptFor } from './receipts.ts';

interface ChangeTarget {
  endpoint: EndpointName;
  groupId: string;
  subject?: Subject;
}

export interface LedgerDeps extends Surroundings {
  store: LedgerStore;
  readEpoch: ReadEpoch;
  followDebts: FollowDebts;
}

export type Ledger = ReturnType<typeof createLedger>;

/**
 * The way every change of a group goes: one mutation = one `seq` = one activity entry, applied exactly once.
 *
 *   line taken? ─ yes: all steps up to "decide" once before waiting in it
 *        ▼
 *   read (group, entry, entity) ─ entry known? ── same request ─▶ its outcome again
 *        ▲                             │ └─────── another one ──▶ idempotency-key-reused
 *        │                             ▼ no
 *        │                      admit, decide ── nothing to do ─▶ the group as it is
 *        │                             ▼
 *        └─ lost, wait a moment ◀── commit ────── done ─────────▶ a page with the one entry
 *
 * Optimistic: nothing is locked between reading and committing. The commit holds only if the group is still at the revision that was read, so a
 * decision is always made upon the newest state, and a second copy of a mutation meets the first one's entry.
 */
export function createLedger({ store, readEpoch, followDebts, ...surroundings }: LedgerDeps) {
  const lines = createGroupLines(surroundings);

  /** Clocks of instances differ; a group's history never runs backwards. */
  const nextStamp = ({ seq, lastActivityAt }: StoredGroup): Stamp => ({ seq: seq + 1, at: Math.max(surroundings.now(), lastActivityAt) });

  const run = async <Actor, Answer>(
    target: ChangeTarget,
    mutation: Mutation,
    way: Way<Actor, Answer>,
    decide: Decide<Actor>,
  ): Promise<Answer> => {
    const look = async (): Promise<Seen<Actor, Answer>> => {
      const keys = {
        ...target,
        mutationId: mutation.id,
        receiptOf: way.leavesReceipt ? mutation.userId : undefined,
        accountOf: way.letsIn ? mutation.userId : undefined,
      };
      const [snapshot, epoch] = await Promise.all([store.read(keys), readEpoch()]);
      const again = way.again(snapshot, mutation, epoch);
      if (again) return { again };
      if (snapshot.account?.isDeleted) throw new Problem('account-deleted');
      const { group, actor } = way.admit(snapshot.group?.state ?? null, target, mutation);
      if (!snapshot.group) throw new Problem('not-found');
      return {
        state: { group, actor, found: snapshot.found, ifMatch: mutation.ifMatch },
        account: snapshot.account ?? undefined,
        revision: snapshot.group.revision,
        epoch,
      };
    };

    // Who would have to wait shows first that they could make the change now: neither outsiders nor dead invitations fill the line of a group's members.
    if (lines.isTaken(target.groupId)) {
      const early = await look();
      if ('again' in early) return early.again;
      decide(early.state, nextStamp(early.state.group));
    }

    const inTurn = way.letsIn ? lines.enter : lines.run;
    return inTurn(target.groupId, mutation.userId, () =>
      retryCommit(surroundings, async () => {
        const seen = await look();
        if ('again' in seen) return seen.again;
        const { state, account, revision, epoch } = seen;
        const { group } = state;
        const stamp = nextStamp(group);
        const change = decide(state, stamp);
        if (!change) return way.answer(group, null, epoch);

        const { replaced } = change.alongside ?? {};
        if (replaced && (await store.isForgotten(group.id, replaced.by))) throw new Problem('id-in-use');
        const debts = await followDebts(state, change, mutation.userId);
        const { group: changed, alongside, ...told } = change;
        const changes = { ...changed, seq: stamp.seq, lastActivityAt: stamp.at };
        const entry: ActivityEntry = { id: mutation.id, ...stamp, ...told };
        const record = { entry, actorUserId: mutation.userId, requestHash: mutation.requestHash };
        const receipt = way.leavesReceipt
          ? receiptFor(mutation, { kind: 'group', groupId: group.id, seq: stamp.seq }, stamp.at)
          : undefined;
        const done = await store.commit({ groupId: group.id, revision, changes, record, debts, alongside, account, receipt });
        return done ? way.answer({ ...group, ...changes }, entry, epoch) : null;
      }),
    );
  };

  return {
    /** A change made by a member whose role allows the endpoint. */
    change: (target: ChangeTarget, mutation: Mutation, decide: Decide<Member>): Promise<ChangesPage> =>
      run(target, mutation, { ...toldOfTheGroup, admit: admitMember }, decide),

    /** A change by which an account gets into a group; `decide` alone says who may. A deleted one never does, or nobody would get it out again. */
    enter: (target: ChangeTarget, mutation: Mutation, decide: Decide<null>): Promise<ChangesPage> =>
      run(target, mutation, { ...toldOfTheGroup, admit: admitAnyone, letsIn: true }, decide),

    /** A member's change after which they may be in the group no more. Their own ledger keeps its outcome, since they are told nothing of the group then. */
    depart: (target: ChangeTarget, mutation: Mutation, decide: Decide<Member>): Promise<Departure> =>
      run(target, mutation, { ...toldOfTheSeq, admit: admitMember, leavesReceipt: true }, decide),

    /** What the deletion of an account does to a group; the deletion itself is recorded with the account. */
    detach: (target: ChangeTarget, mutation: Mutation, decide: Decide<null>): Promise<Departure> =>
      run(target, mutation, { ...toldOfTheSeq, admit: admitAnyone }, decide),
  };
}

/** A mutation that is known already, or what the decision about a new one is made upon. */
type Seen<Actor, Answer> =
  | { again: Answer }
  | { state: LedgerState<Actor>; account: SeenAccount | undefined; revision: Revision; epoch: string };

/** In what two changes differ besides their decision: who may make them, and what their author is told. */
interface Way<Actor, Answer> {
  admit(group: StoredGroup | null, target: ChangeTarget, mutation: Mutation): { group: StoredGroup; actor: Actor };
  /** Without an entry nothing was changed. */
  answer(group: StoredGroup, entry: ActivityEntry | null, epoch: string): Answer;
  /** The first outcome of a mutation that is known already, else null. @throws Problem `idempotency-key-reused` */
  again(found: LedgerSnapshot, mutation: Mutation, epoch: string): Answer | null;
  leavesReceipt?: true;
  letsIn?: true;
}

const toldOfTheGroup = {
  answer: mutationPage,
  again: ({ group, recorded }: LedgerSnapshot, mutation: Mutation, epoch: string): ChangesPage | null =>
    recorded && mutationPage(...replay(group?.state ?? null, recorded, mutation), epoch),
};

const toldOfTheSeq = {
  answer: (group: StoredGroup, entry: ActivityEntry | null): Departure => ({ groupId: group.id, seq: entry?.seq ?? group.seq }),
  again({ group, recorded, receipt }: LedgerSnapshot, mutation: Mutation): Departure | null {
    const outcome = firstOutcome(receipt, mutation);
    if (outcome?.kind === 'group') return { groupId: outcome.groupId, seq: outcome.seq };
    return recorded && group && { groupId: group.state.id, seq: requireSame(recorded, mutation).seq };
  },
};

const admitMember = (group: StoredGroup | null, { endpoint }: ChangeTarget, { userId }: Mutation) => admit(endpoint, group, userId);

function admitAnyone(group: StoredGroup | null): { group: StoredGroup; actor: null } {
  if (!group || group.deletedAt !== null) throw new Problem('not-found');
  return { group, actor: null };
}

function requireSame({ entry, actorUserId, requestHash }: LedgerEntry, mutation: Mutation): ActivityEntry {
  if (actorUserId !== mutation.userId || requestHash !== mutation.requestHash) throw new Problem('idempotency-key-reused');
  return entry;
}

/**
 * The first outcome of a mutation, for whoever sends it again.
 * Its author may have left meanwhile: then nothing of the group is told any more [INV12].
 */
export function replay(group: StoredGroup | null, recorded: LedgerEntry, mutation: Mutation): [StoredGroup, ActivityEntry] {
  const entry = requireSame(recorded, mutation);
  if (!group || group.deletedAt !== null || !activeMemberOf(group, mutation.userId)) throw new Problem('not-found');
  return [group, entry];
}
