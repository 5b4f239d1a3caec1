import type { InvitePreview } from '@splitifyd/shared/contract';
import type { Result } from './result.ts';

export interface InvitationStore {
  preview(token: string): Promise<Result<InvitePreview>>;
  /** `claims`: the placeholder to take over; null joins as a new member. */
  accept(token: string, answer: { displayName: string; claims: string | null }): Promise<Result<{ groupId: string }>>;
}
