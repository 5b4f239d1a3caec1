import { LIMITS, type Member, type Role } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import type { StoredGroup, StoredInvite } from '../ports.ts';
import { createInvite, isOpenTo, openAt, revokeInvite } from './invites.ts';
import { detachAccount, removeMember } from './leaving.ts';
import { updateMember } from './members.ts';
import { codeOf, dropped, gone, groupOf, person, placeholder, state } from './testing/household.ts';

const STAMP = { seq: 50, at: 5000 };
const UNTIL = STAMP.at + 60_000;
const mara = person('mara', 'admin');
const tove = person('tove', 'member');

/** A group with invitations of these members, named after them. */
const inviting = (group: StoredGroup, ...by: string[]): StoredGroup => ({
  ...group,
  openInvites: Object.fromEntries(by.map((id) => [`by-${id}`, { by: id, since: 1, until: UNTIL }])),
});
const stored = (id: string, more: Partial<StoredInvite> = {}): StoredInvite => ({
  ...{ id, role: 'member', claims: null, expiresAt: UNTIL, uses: 0, createdBy: 'tove' },
  ...{ groupId: 'g', createdAt: 1, issuedSeq: 9, revokedAt: null },
  ...more,
});
const body = { token: 't', role: 'member', claims: null } as const;

test('[REST36] an invitation is open from its making to its withdrawal or its end', () => {
  const group = groupOf(mara, tove);
  const made = createInvite('i', body)(state(group, tove), STAMP);
  const after = { ...group, ...made?.group };
  const until = STAMP.at + LIMITS.inviteDays * 24 * 60 * 60 * 1000;
  expect(after.openInvites).toEqual({ i: { by: 'tove', since: STAMP.seq, until } });
  expect(isOpenTo(stored('i'), after, null, until - 1)).toBe(true);
  expect(isOpenTo(stored('i'), after, null, until)).toBe(false);
  expect(isOpenTo(stored('other'), after, null, STAMP.at)).toBe(false);
  const withdrawn = { ...after, ...revokeInvite(state(after, mara, { found: { kind: 'invite', state: stored('i') } }), STAMP)?.group };
  expect(isOpenTo(stored('i'), withdrawn, null, STAMP.at)).toBe(false);
});

const ENDINGS: [string, (group: StoredGroup) => { group: Partial<StoredGroup> } | null][] = [
  ['is removed', (group) => removeMember('tove')(state(group, mara, { ifMatch: 1 }), STAMP)],
  ['leaves', (group) => removeMember('tove')(state(group, tove, { ifMatch: 1 }), STAMP)],
  ['deletes their account', (group) => detachAccount('account-of-tove')(state(group, null), STAMP)],
  ['may only look from now on', (group) => updateMember('tove', { role: 'viewer' })(state(group, mara, { ifMatch: 1 }), STAMP)],
];

test.for(ENDINGS)('[REST36] an invitation ends when who made it %s, and nobody else’s does', ([, end]) => {
  const group = inviting(groupOf(mara, tove), 'tove', 'mara');
  const after = { ...group, ...end(group)?.group };
  expect(isOpenTo(stored('by-tove'), group, null, STAMP.at)).toBe(true);
  expect(isOpenTo(stored('by-tove'), after, null, STAMP.at)).toBe(false);
  expect(isOpenTo(stored('by-mara'), after, null, STAMP.at)).toBe(true);
});

test.for<{ displayName?: string; role?: Role }>([{ displayName: 'Tove L.' }, { role: 'admin' }])(
  '[REST36] an invitation stays when who made it goes on inviting (%o)',
  (edit) => {
    const group = inviting(groupOf(mara, tove), 'tove');
    const after = { ...group, ...updateMember('tove', edit)(state(group, mara, { ifMatch: 1 }), STAMP)?.group };
    expect(isOpenTo(stored('by-tove'), after, null, STAMP.at)).toBe(true);
  },
);

test('[REST36] a group has so many open invitations and no more; those that have ended do not count', () => {
  const many = Object.fromEntries(
    Array.from({ length: LIMITS.openInvitesPerGroup }, (_, nth) => [`i${nth}`, { by: 'mara', since: 1, until: UNTIL }]),
  );
  const full = { ...groupOf(mara, tove), openInvites: many };
  const attempt = (group: StoredGroup, at: number) => codeOf(() => createInvite('i', body)(state(group, tove), { seq: 50, at }));
  expect(attempt(full, STAMP.at)).toBe('too-many-invites');
  expect(attempt({ ...full, openInvites: { ...many, i0: { by: 'mara', since: 1, until: STAMP.at } } }, STAMP.at)).toBe('done');
  const after = createInvite('i', body)(state(full, tove), { seq: 50, at: UNTIL });
  expect(Object.keys(after?.group.openInvites ?? {})).toEqual(['i']);
  expect(Object.keys(openAt(full, UNTIL))).toEqual([]);
});

test('[REST8] an invitation from before somebody left is closed to them', () => {
  const group = inviting(groupOf(mara, tove), 'tove');
  const left = gone('ylva', 9);
  expect(isOpenTo(stored('by-tove', { issuedSeq: 8 }), group, left, STAMP.at)).toBe(false);
  expect(isOpenTo(stored('by-tove', { issuedSeq: 9 }), group, left, STAMP.at)).toBe(true);
});

const claimable: [Member, string][] = [
  [placeholder('jonte'), 'done'],
  [dropped('jonte'), 'member-unavailable'],
  [gone('jonte'), 'member-unavailable'],
  [person('jonte', 'viewer'), 'already-claimed'],
];
test.for(claimable)('[REST8] only a placeholder that is there is offered by name ($0.status of $0.userId: $1)', ([member, outcome]) => {
  const group = groupOf(mara, member);
  expect(codeOf(() => createInvite('i', { ...body, claims: 'jonte' })(state(group, mara), STAMP))).toBe(outcome);
  if (outcome === 'done')
    expect(codeOf(() => createInvite('i', { ...body, claims: 'nobody' })(state(group, mara), STAMP))).not.toBe('done');
});

test('[REST36] an id is used once, and what is withdrawn, or of another group, is not there to be withdrawn', () => {
  const group = groupOf(mara);
  expect(codeOf(() => createInvite('i', body)(state(group, mara, { found: { kind: 'invite', state: stored('i') } }), STAMP))).toBe(
    'id-in-use',
  );
  for (const invite of [null, stored('i', { groupId: 'h' }), stored('i', { revokedAt: 4 })]) {
    expect(codeOf(() => revokeInvite(state(group, mara, { found: invite && { kind: 'invite', state: invite } }), STAMP))).toBe('not-found');
  }
});
