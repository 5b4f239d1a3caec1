import type { ReadonlySignal } from '@preact/signals';
import type { InvitePreview } from '@splitifyd/shared/contract';
import type { AccountSync } from '../../sync/account-sync.ts';
import { attempt } from '../attempt.ts';
import { createIdempotentAction, idAndKey } from '../idempotent-action.ts';
import { present } from '../present.ts';
import type { Result } from '../result.ts';

export interface InvitationStore {
  preview(token: string): Promise<Result<InvitePreview>>;
  /** `claims`: the placeholder to take over; null joins as a new member. */
  accept(token: string, answer: { displayName: string; claims: string | null }): Promise<Result<{ groupId: string }>>;
}

export function createInvitationStore(sync: ReadonlySignal<AccountSync | null>): InvitationStore {
  const joining = createIdempotentAction(idAndKey);

  return {
    async preview(token) {
      const account = await present(sync);
      return attempt(account, () => account.call('previewInvite', { params: {}, body: { token } }));
    },
    async accept(token, { displayName, claims }) {
      const account = await present(sync);
      return joining(account, { token, displayName, claims }, async ({ id, idempotencyKey }) => {
        const body = { token, member: { id, displayName }, claims };
        const joined = await attempt(account, () => account.call('acceptInvite', { params: {}, body, idempotencyKey }));
        if (!joined.ok) return joined;
        account.list.learn(joined.value.group);
        return { ok: true, value: { groupId: joined.value.group.id } };
      });
    },
  };
}
