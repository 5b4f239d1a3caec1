import { randomUUID } from 'node:crypto';
import { LIMITS, type Member, type Role, type Standing } from '../../../../packages/shared/src/contract/index.ts';
import type { Person } from '../../../support/api-client.ts';
import type { Backend } from '../../../support/backend.ts';
import { bill, newToken, payment } from '../../../support/household.ts';

/** One account for each way to stand to a group; the groups change, the people stay. */
export type Cast = Record<Exclude<Standing, 'nobody'>, Person> & { deleted: Person };

export async function hireCast(backend: Backend): Promise<Cast> {
  const [admin, member, viewer, removed, outsider, deleted] = await Promise.all(Array.from({ length: 6 }, () => backend.signUp()));
  if (!admin || !member || !viewer || !removed || !outsider || !deleted) throw new Error('nobody came');
  // As a deletion leaves it that was interrupted before the sign-in went: without a sign-in a new instance would know nobody at all.
  await backend.db.doc(`users/${deleted.userId}`).set({
    ...{ userId: deleted.userId, displayName: '', locale: null, defaultCurrency: null, version: 1 },
    deletion: { at: Date.now() },
  });
  return { admin, member, viewer, removed, outsider, deleted };
}

/** A group with a place for everybody of the cast, another administrator and a placeholder, in which nobody owes anything. */
export interface Scene {
  backend: Backend;
  cast: Cast;
  groupId: string;
  places: Record<Role | 'removed' | 'coAdmin' | 'spare', string>;
  /** Mutation id by which the administrator made the group. */
  foundingKey: string;
}

export async function setScene(backend: Backend, cast: Cast): Promise<Scene> {
  const id = () => randomUUID();
  const [groupId, foundingKey] = [id(), id()];
  const places = { admin: id(), member: id(), viewer: id(), removed: id(), coAdmin: id(), spare: id() };
  const founder = { id: places.admin, displayName: 'Mara' };
  await backend.call('createGroup', {
    as: cast.admin,
    key: foundingKey,
    body: { id: groupId, name: 'Lindenhof', currency: 'EUR', member: founder },
  });

  // Written as the server would, because inviting everybody to every scene would take most of the time.
  const place = (memberId: string, more: Partial<Member>): Partial<Member> => ({
    id: memberId,
    displayName: 'Tove',
    role: 'member',
    status: 'active',
    userId: null,
    version: 1,
    joinedSeq: 1,
    leftSeq: null,
    leftAt: null,
    ...more,
  });
  const others = [
    place(places.member, { userId: cast.member.userId }),
    place(places.viewer, { role: 'viewer', userId: cast.viewer.userId }),
    place(places.removed, { status: 'left', userId: cast.removed.userId, leftSeq: 1, leftAt: 1 }),
    place(places.coAdmin, { role: 'admin', userId: `co-admin-of-${groupId}` }),
    place(places.spare, { status: 'placeholder' }),
  ];
  await backend.db.doc(`groups/${groupId}`).update({
    ...Object.fromEntries(others.map((member) => [`members.${member.id}`, member])),
    userIds: [cast.admin, cast.member, cast.viewer].map(({ userId }) => userId).concat(`co-admin-of-${groupId}`),
  });
  return { backend, cast, groupId, places, foundingKey };
}

export const headOf = async ({ backend, groupId }: Scene): Promise<unknown> => (await backend.db.doc(`groups/${groupId}`).get()).get('seq');

/** Everything that a request of that account could leave behind: what there is, and when it was last written. */
export async function tracesOf({ backend: { db }, groupId }: Scene, userId: string | undefined): Promise<Record<string, string>> {
  const group = db.doc(`groups/${groupId}`);
  const ofGroup = ['expenses', 'settlements', 'activity', 'pairwise', 'forgotten'].map((name) => group.collection(name));
  const own = db.doc(`users/${userId ?? 'nobody'}`);
  const [account, ...found] = await Promise.all([
    db.getAll(own, group),
    db.collection('groups').where('userIds', 'array-contains', own.id).select().get(),
    db.collection('invites').where('groupId', '==', groupId).select().get(),
    ...[...ofGroup, own.collection('mutations'), own.collection('departures')].map((collection) => collection.select().get()),
  ]);
  const documents = [...account, ...found.flatMap(({ docs }) => docs)];
  return Object.fromEntries(documents.map(({ ref, updateTime }) => [ref.path, String(updateTime?.valueOf())]));
}

export async function haveExpense({ backend, cast, groupId, places }: Scene): Promise<string> {
  const body = bill(places.admin, [places.admin, places.member]);
  await backend.call('createExpense', { as: cast.admin, params: { groupId }, body });
  return body.id;
}

export async function haveSettlement({ backend, cast, groupId, places }: Scene): Promise<string> {
  const body = payment(places.member, places.admin);
  await backend.call('createSettlement', { as: cast.admin, params: { groupId }, body });
  return body.id;
}

export async function haveInvite(
  { backend, cast, groupId }: Scene,
  claims: string | null = null,
): Promise<{ token: string; inviteId: string }> {
  const token = newToken();
  const page = await backend.call('createInvite', { as: cast.admin, params: { groupId }, body: { token, claims } });
  const entity = page.entries[0]?.entity;
  if (entity?.kind !== 'invite') throw new Error('no invitation came of it');
  return { token, inviteId: entity.state.id };
}

export async function haveRevokedInvite(scene: Scene): Promise<string> {
  const { token, inviteId } = await haveInvite(scene);
  const { backend, cast, groupId } = scene;
  await backend.call('revokeInvite', { as: cast.admin, params: { groupId, inviteId } });
  return token;
}

/** An invitation for a placeholder who was removed since, or whom somebody has claimed. */
export async function haveSpentInvite(scene: Scene, status: 'left' | 'active'): Promise<string> {
  const { backend, groupId, places } = scene;
  const { token } = await haveInvite(scene, places.spare);
  const place = `members.${places.spare}`;
  const userId = status === 'active' ? 'somebody-else' : null;
  await backend.db.doc(`groups/${groupId}`).update({ [`${place}.status`]: status, [`${place}.userId`]: userId });
  return token;
}

/** As many members as may be in a group. */
export async function fillUp({ backend, groupId }: Scene): Promise<void> {
  const group = await backend.db.doc(`groups/${groupId}`).get();
  const members: Record<string, Member> = group.get('members');
  const [pattern] = Object.values(members).filter(({ status }) => status === 'placeholder');
  const present = Object.values(members).filter(({ status }) => status !== 'left').length;
  if (!pattern) throw new Error('no placeholder in this group');
  const many = Array.from({ length: LIMITS.membersPerGroup - present }, () => ({ ...pattern, id: randomUUID() }));
  await group.ref.update(Object.fromEntries(many.map((member) => [`members.${member.id}`, member])));
}

/** Open balances in as many currencies as a group may have, and none in that of the bills and payments. */
export async function useAllCurrencies({ backend, groupId, places }: Scene): Promise<void> {
  const others = Intl.supportedValuesOf('currency').filter((code) => code !== 'EUR');
  const open = { [places.admin]: 1, [places.member]: -1 };
  const balances = Object.fromEntries(others.slice(0, LIMITS.currenciesPerGroup).map((code) => [code, open]));
  await backend.db.doc(`groups/${groupId}`).update({ balances });
}

/** As many invitations as a group may have open. */
export async function inviteALot({ backend, groupId, places }: Scene): Promise<void> {
  const invite = { by: places.admin, since: 1, until: Date.now() + 60_000 };
  const openInvites = Object.fromEntries(Array.from({ length: LIMITS.openInvitesPerGroup }, (_, nth) => [`invite-${nth}`, invite]));
  await backend.db.doc(`groups/${groupId}`).update({ openInvites });
}

export async function loseCoAdmin({ backend, groupId, places }: Scene): Promise<void> {
  await backend.db.doc(`groups/${groupId}`).update({ [`members.${places.coAdmin}.role`]: 'member' });
}
