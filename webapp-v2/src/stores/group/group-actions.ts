import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type ChangesPage,
  type Departure,
  type Group,
  type Invite,
  type Member,
  memberOf,
  type RequestBody,
  type Role,
} from '@splitifyd/shared/contract';
import { attempt } from '../attempt.ts';
import { createIdempotentAction, idAndKey } from '../idempotent-action.ts';
import type { Result } from '../result.ts';
import type { GroupLink, Linked } from './group-link.ts';

export type GroupEdit = RequestBody<'updateGroup'>;
export type MemberEdit = RequestBody<'updateMember'>;

/** What is done to the group itself and its members. Rare and not for offline: each waits for the server's answer. */
export interface GroupActions {
  /** `version` is the one the form was opened with, of the group's settings; of a member, likewise, their own. */
  updateGroup(edit: GroupEdit, version: number): Promise<Result<Group>>;
  deleteGroup(): Promise<Result<null>>;
  leave(): Promise<Result<null>>;
  /** The reader is deleting or leaving the group, or has: that it is gone is no news to them. */
  isLeaving: ReadonlySignal<boolean>;
  addMember(displayName: string): Promise<Result<Member>>;
  updateMember(memberId: string, edit: MemberEdit, version: number): Promise<Result<Member>>;
  removeMember(memberId: string): Promise<Result<null>>;
  /** `claims`: the placeholder that the invited person is to take over. The link carries the secret in its fragment. */
  createInvite(claims: string | null, role?: Exclude<Role, 'admin'>): Promise<Result<{ link: string }>>;
  listInvites(): Promise<Result<Invite[]>>;
  revokeInvite(inviteId: string): Promise<Result<null>>;
}

const DONE = { ok: true, value: null } as const;

type Request<Answer> = (link: GroupLink, group: Group, idempotencyKey: string) => Promise<Answer>;

/** `origin`: of the page, for links to hand on. */
export function createGroupActions(linked: Linked, origin: string): GroupActions {
  const isLeaving = signal(false);
  const adding = createIdempotentAction(idAndKey);
  const inviting = createIdempotentAction(({ token, uuid }) => ({ token: token(), idempotencyKey: uuid() }));

  /** Sends one change of the group as its author sees it, again under the same mutation id where that may help. */
  async function send<Answer>(request: Request<Answer>, idempotencyKey = linked().account.randomness.uuid()): Promise<Result<Answer>> {
    const link = linked();
    const group = link.replica.confirmed()?.group;
    if (!group) return { ok: false, code: 'not-found' };
    const answer = await attempt(link.account, () => request(link, group, idempotencyKey));
    // Somebody was faster: what they did is on its way to the reader, who decides again.
    if (!answer.ok && answer.code === 'stale-version') void link.replica.check();
    return answer;
  }

  /** The page that answers joins what is shown. */
  async function change(request: Request<ChangesPage>, idempotencyKey?: string): Promise<Result<Group>> {
    const changed = await send(request, idempotencyKey);
    if (!changed.ok) return changed;
    linked().replica.receive(changed.value);
    return { ok: true, value: changed.value.group };
  }

  async function goAway(request: Request<Departure>): Promise<Result<null>> {
    // Before the request: a poke may tell of it sooner than the answer.
    isLeaving.value = true;
    const gone = await send(request);
    if (gone.ok) linked().replica.leave();
    else isLeaving.value = false;
    return gone.ok ? DONE : gone;
  }

  const remove = ({ account, groupId }: GroupLink, { members }: Group, memberId: string, idempotencyKey: string) =>
    account.call('removeMember', { params: { groupId, memberId }, idempotencyKey, ifMatch: members[memberId]?.version ?? 0 });

  return {
    updateGroup: (body, ifMatch) =>
      change(({ account, groupId }, _, idempotencyKey) =>
        account.call('updateGroup', { params: { groupId }, body, idempotencyKey, ifMatch }),
      ),
    deleteGroup: () =>
      goAway(({ account, groupId }, { version }, idempotencyKey) =>
        account.call('deleteGroup', { params: { groupId }, idempotencyKey, ifMatch: version }),
      ),
    isLeaving,
    leave: () => goAway((link, group, idempotencyKey) => remove(link, group, memberOf(group, link.account.uid)?.id ?? '', idempotencyKey)),
    async addMember(displayName) {
      return adding(linked().account, { displayName }, async ({ id, idempotencyKey: intended }) => {
        const added = await change(
          ({ account, groupId }, _, idempotencyKey) =>
            account.call('addMember', { params: { groupId }, body: { id, displayName }, idempotencyKey }),
          intended,
        );
        return memberAfter(added, id);
      });
    },
    async updateMember(memberId, body, ifMatch) {
      const edited = await change(({ account, groupId }, _, idempotencyKey) =>
        account.call('updateMember', { params: { groupId, memberId }, body, idempotencyKey, ifMatch }),
      );
      return memberAfter(edited, memberId);
    },
    async removeMember(memberId) {
      const removed = await send((link, group, idempotencyKey) => remove(link, group, memberId, idempotencyKey));
      if (!removed.ok) return removed;
      linked().replica.poke(removed.value.seq);
      return DONE;
    },
    async createInvite(claims, role) {
      return inviting(linked().account, { claims, role }, async ({ token, idempotencyKey: intended }) => {
        const made = await change(
          ({ account, groupId }, _, idempotencyKey) =>
            account.call('createInvite', { params: { groupId }, body: { token, claims, ...(role && { role }) }, idempotencyKey }),
          intended,
        );
        // In the fragment: browsers keep it to themselves, so no server's log ever holds it.
        return made.ok ? { ok: true, value: { link: `${origin}/join#${token}` } } : made;
      });
    },
    async listInvites() {
      const { account, groupId } = linked();
      const listed = await attempt(account, () => account.call('listInvites', { params: { groupId } }));
      return listed.ok ? { ok: true, value: listed.value.invites } : listed;
    },
    async revokeInvite(inviteId) {
      const revoked = await change(({ account, groupId }, _, idempotencyKey) =>
        account.call('revokeInvite', { params: { groupId, inviteId }, idempotencyKey }),
      );
      return revoked.ok ? DONE : revoked;
    },
  };
}

function memberAfter(changed: Result<Group>, memberId: string): Result<Member> {
  if (!changed.ok) return changed;
  const member = changed.value.members[memberId];
  return member ? { ok: true, value: member } : { ok: false, code: 'not-found' };
}
