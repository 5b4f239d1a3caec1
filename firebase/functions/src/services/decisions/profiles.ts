import { differing, type ParsedBody, type Profile, withoutUndefined } from '@splitifyd/shared/contract';
import type { Account } from '../ports.ts';
import { requireSeen } from './versions.ts';

/** What an account says of itself before it said anything: its name as the sign-in gave it. */
export const initialProfile = ({ userId, name }: Account): Profile => ({
  userId,
  displayName: name ?? '',
  locale: null,
  defaultCurrency: null,
  version: 0,
});

/** The profile after an edit; null where it makes no difference. */
export function updateProfile(before: Profile, edit: ParsedBody<'updateMe'>, ifMatch: number | undefined): Profile | null {
  requireSeen(before, ifMatch, before);
  if (differing(['displayName', 'locale', 'defaultCurrency'], edit, before).length === 0) return null;
  return { ...before, ...withoutUndefined(edit), version: before.version + 1 };
}

/** What is left of a profile after its deletion: nothing that somebody said of themselves. */
export function tombstoneOf(before: Profile, ifMatch: number | undefined): Profile {
  requireSeen(before, ifMatch, before);
  return { ...initialProfile({ userId: before.userId, name: null }), version: before.version + 1 };
}
