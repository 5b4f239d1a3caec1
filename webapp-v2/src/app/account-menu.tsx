import { useId, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context.ts';
import type { Account } from '../stores/account/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';

interface AccountMenuProps {
  account: Account;
  /** How the reader calls themselves. */
  name: string;
  onSignOut: () => void;
}

/** The browser's own popover: it closes on Escape and on a click elsewhere. */
export function AccountMenu({ account, name, onSignOut }: AccountMenuProps) {
  const { t } = useI18n();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" class="account-menu-button" popovertarget={id} aria-label={t('account.menu', { name })}>
        <Avatar name={name} id={account.uid} />
      </button>
      <div ref={menu} id={id} popover="auto" class="account-menu">
        <p class="account-menu-name">{name}</p>
        <p class="quiet">{account.email}</p>
        <div class="account-menu-actions">
          <a class="button button-secondary button-wide" href="/profile" onClick={() => menu.current?.hidePopover()}>
            {t('profile.title')}
          </a>
          <Button wide onClick={onSignOut}>
            {t('account.signOut')}
          </Button>
        </div>
      </div>
    </>
  );
}
