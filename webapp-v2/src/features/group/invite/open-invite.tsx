import { useSignal } from '@preact/signals';
import type { Invite } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { pressableBeside, useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import type { People } from '../people.ts';
import { whomText } from './invite-text.ts';

interface OpenInviteProps {
  invite: Invite;
  people: People;
  /** Resolves when it was tried. */
  onRevoke: (invite: Invite) => Promise<void>;
}

/** One link: whom it admits, who made it, and taking it back. */
export function OpenInvite({ invite, people, onRevoke }: OpenInviteProps) {
  const i18n = useI18n();
  const { t, moment } = i18n;
  const busy = useSignal(false);
  const link = useHandOnFocus<HTMLLIElement>((gone) => pressableBeside(gone) ?? gone.closest('section')?.querySelector('h2'));
  const whom = whomText(invite, people, i18n);
  const details = [t('invites.details', { name: people.fromNameOf(invite.createdBy), date: moment(invite.expiresAt) })];
  if (invite.role === 'viewer') details.unshift(t('role.viewer'));
  if (invite.uses > 0) details.push(t('invites.uses', { count: invite.uses }));
  const revoke = async () => {
    busy.value = true;
    await onRevoke(invite).finally(() => {
      busy.value = false;
    });
  };
  return (
    <li class="invite" ref={link}>
      <div class="member-text">
        <span class="row-name">{whom}</span>
        <span class="quiet">{details.join(' · ')}</span>
      </div>
      <Button
        busy={busy.value}
        label={t('invites.revokeLabel', { invite: `${whom}, ${details.join(', ')}` })}
        onClick={() => void revoke()}
      >
        {t('invites.revoke')}
      </Button>
    </li>
  );
}
