import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type ChangesPage,
  type Departure,
  type Group,
  type Invite,
  LIMITS,
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
  /**
   * `claims`: the placeholder that the invited person is to take over. The link carries the secret in its fragment; it is the one that
   * was made for the same before, while that still works.
   */
  createInvite(claims: string | null, role?: Exclude<Role, 'admin'>): Promise<Result<{ link: string }>>;
  listInvites(): Promise<Result<Invite[]>>;
  revokeInvite(inviteId: string): Promise<Result<null>>;
}

/** Its reader is told that it works for `inviteDays`; a link that was made before may fall short of that by a day. */
const AS_NEW_MS = (LIMITS.inviteDays - 1) * 24 * 60 * 60 * 1000;

const DONE = { ok: true, value: null } as const;

type Request<Answer> = (link: GroupLink, group: Group, idempotencyKey: string) => Promise<Answer>;

/** `origin`: of the page, for links to hand on. */
export function createGroupActions(linked: Linked, origin: string): GroupActions {
  const isLeaving = signal(false);
  const adding = createIdempotentAction(idAndKey);
  /** What was made on this page, whose secret nobody else knows: asked for again, it is told again as long as it works [ACT8]. */
  const links = new Map<string, { id: string; link: string }>();
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
  async function change(request: Request<ChangesPage>, idempotencyKey?: string): Promise<Result<ChangesPage>> {
    const changed = await send(request, idempotencyKey);
    if (changed.ok) linked().replica.receive(changed.value);
    return changed;
  }

  async function goAway(request: Request<Departure>): Promise<Result<null>> {
    // Before the request: a poke may tell of it sooner than the answer.
    isLeaving.value = true;
    const gone = await send(request);
    if (gone.ok) linked().replica.leave();
    else isLeaving.value = false;
    return gone.ok ? DONE : gone;
  }

  async function listInvites(): Promise<Result<Invite[]>> {
    const { account, groupId } = linked();
    const listed = await attempt(account, () => account.call('listInvites', { params: { groupId } }));
    return listed.ok ? { ok: true, value: listed.value.invites } : listed;
  }

  const remove = ({ account, groupId }: GroupLink, { members }: Group, memberId: string, idempotencyKey: string) =>
    account.call('removeMember', { params: { groupId, memberId }, idempotencyKey, ifMatch: members[memberId]?.version ?? 0 });

  return {
    async updateGroup(body, ifMatch) {
      const updated = await change(({ account, groupId }, _, idempotencyKey) =>
        account.call('updateGroup', { params: { groupId }, body, idempotencyKey, ifMatch }),
      );
      return updated.ok ? { ok: true, value: updated.value.group } : updated;
    },
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
      const { account } = linked();
      const wanted = JSON.stringify([account.uid, claims, role]);
      const known = links.get(wanted);
      if (known) {
        const listed = await listInvites();
        if (!listed.ok) return listed;
        const open = listed.value.find(({ id }) => id === known.id);
        if (open && open.expiresAt - account.clock.now() > AS_NEW_MS) return { ok: true, value: { link: known.link } };
      }
      return inviting(account, { claims, role }, async ({ token, idempotencyKey: intended }) => {
        const made = await change(
          ({ account, groupId }, _, idempotencyKey) =>
            account.call('createInvite', { params: { groupId }, body: { token, claims, ...(role && { role }) }, idempotencyKey }),
          intended,
        );
        if (!made.ok) return made;
        // In the fragment: browsers keep it to themselves, so no server's log ever holds it.
        const link = `${origin}/join#${token}`;
        const entity = made.value.entries[0]?.entity;
        if (entity?.kind === 'invite') links.set(wanted, { id: entity.state.id, link });
        return { ok: true, value: { link } };
      });
    },
    listInvites,
    async revokeInvite(inviteId) {
      const revoked = await change(({ account, groupId }, _, idempotencyKey) =>
        account.call('revokeInvite', { params: { groupId, inviteId }, idempotencyKey }),
      );
      return revoked.ok ? DONE : revoked;
    },
  };
}

function memberAfter(changed: Result<ChangesPage>, memberId: string): Result<Member> {
  if (!changed.ok) return changed;
  const member = changed.value.group.members[memberId];
  return member ? { ok: true, value: member } : { ok: false, code: 'not-found' };
}
