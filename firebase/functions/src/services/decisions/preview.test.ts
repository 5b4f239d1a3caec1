import { expect, test } from 'vitest';
import type { StoredGroup } from '../ports.ts';
import { previewInvite } from './preview.ts';
import { codeOf, dropped, gone, invitation, inviting, person, placeholder } from './testing/household.ts';

const NOW = 5000;
const personal = { ...invitation, claims: 'jonte' };
const seenBy = (id: string, group: StoredGroup, shown = invitation) => previewInvite(shown, group, `account-of-${id}`, NOW);

test('[REST44] an invitation for anybody offers every placeholder, one for a placeholder that one', () => {
  const group = inviting(placeholder('jonte'), placeholder('ylva'), person('tove', 'member'));
  expect(seenBy('new', group).placeholders.map(({ id }) => id)).toEqual(['jonte', 'ylva']);
  expect(seenBy('new', group, personal)).toMatchObject({ placeholders: [{ id: 'jonte', displayName: 'jonte' }], claims: 'jonte' });
});

test('[REST44] of an invitation whose place is not to be had (any more) nothing but that is told', () => {
  expect(codeOf(() => seenBy('new', inviting(person('jonte', 'member')), personal))).toBe('already-claimed');
  for (const jonte of [dropped('jonte'), gone('jonte')]) {
    expect(codeOf(() => seenBy('new', inviting(jonte), personal))).toBe('member-unavailable');
  }
  expect(codeOf(() => seenBy('new', inviting(), personal))).toBe('member-unavailable');
  expect(codeOf(() => seenBy('tove', inviting(gone('tove'), person('jonte', 'member')), personal))).toBe('already-claimed');
});

test('[REST44] who is in the group is told so, whatever the invitation was for', () => {
  const group = inviting(person('jonte', 'member'));
  for (const id of ['jonte', 'mara']) expect(seenBy(id, group, personal).joinedGroupId).toBe('g');
});

test('[REST8] who left is offered the place they get, and no other', () => {
  const group = inviting(gone('tove'), placeholder('jonte'), placeholder('ylva'));
  for (const shown of [invitation, personal]) {
    expect(seenBy('tove', group, shown)).toMatchObject({ joinedGroupId: null, placeholders: [{ id: 'tove' }], claims: 'tove' });
  }
});
