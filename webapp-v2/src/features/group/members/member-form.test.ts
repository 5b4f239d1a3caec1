import type { Member } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { beginDraft } from '../../../ui/editing/draft.ts';
import { standingOf } from '../../../ui/editing/use-editing.ts';
import { editableMember, memberEditOf, memberFormOf } from './member-form.ts';

const member = { id: 'bo', displayName: 'Bo', role: 'member', version: 2 } as Member;

test('an edit of a member names only what differs from what was seen', () => {
  const editOf = (form: Parameters<typeof editableMember.contentOf>[0]) => memberEditOf(member, editableMember.contentOf(form));
  expect(editOf({ displayName: ' Bo ', role: 'member' })).toBeNull();
  expect(editOf({ displayName: 'Bo', role: 'viewer' })).toEqual({ role: 'viewer' });
});

test('[FORM3] a name that somebody else gave meanwhile is not overwritten unseen; another role joins what was typed', () => {
  const draft = beginDraft({ entity: member, form: memberFormOf(member) });
  draft.form.value = { ...draft.form.value, displayName: 'Bosse' };
  expect(standingOf(editableMember, draft, { ...member, displayName: 'Bob', version: 3 }).conflicts).toEqual(['displayName']);
  expect(standingOf(editableMember, draft, { ...member, role: 'viewer', version: 3 }).conflicts).toEqual([]);
});
