import { useId } from 'preact/hooks';
import { useI18n } from '../i18n/context.ts';
import type { Account } from '../stores/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';

/** The browser's own popover: it closes on Escape and on a click elsewhere. */
export function AccountMenu({ account, onSignOut }: { account: Account; onSignOut: () => void }) {
  const { t } = useI18n();
  const id = useId();
  const name = account.displayName || account.email;
  return (
    <>
      <button type="button" class="account-menu-button" popovertarget={id} aria-label={t('account.menu', { name })}>
        <Avatar name={name} id={account.uid} />
      </button>
      <div id={id} popover="auto" class="account-menu">
        <p class="account-menu-name">{name}</p>
        <p class="quiet">{account.email}</p>
        <Button wide onClick={onSignOut}>
          {t('account.signOut')}
        </Button>
      </div>
    </>
  );
}
