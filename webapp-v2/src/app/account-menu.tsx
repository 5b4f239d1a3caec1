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

/** The browser's own popover: it closes on Escape, on a click elsewhere, and when the focus goes on. */
export function AccountMenu({ account, name, onSignOut }: AccountMenuProps) {
  const { t } = useI18n();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  // Who goes on by keyboard would find what comes next below it.
  const leave = ({ relatedTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget instanceof Node && relatedTarget !== button.current && !menu.current?.contains(relatedTarget);
    if (isElsewhere && menu.current?.matches(':popover-open')) close();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="account-menu-button"
        popovertarget={id}
        aria-label={t('account.menu', { name })}
        onFocusOut={leave}
      >
        <Avatar name={name} id={account.uid} />
      </button>
      <div ref={menu} id={id} popover="auto" class="account-menu" onFocusOut={leave}>
        <p class="account-menu-name">{name}</p>
        <p class="quiet">{account.email}</p>
        <div class="account-menu-actions">
          <a class="button button-secondary button-wide" href="/profile" onClick={close}>
            {t('profile.title')}
          </a>
          <Button
            wide
            onClick={() => {
              // Gives the focus back to its button, which a question that comes up gives it back to in turn.
              close();
              onSignOut();
            }}
          >
            {t('account.signOut')}
          </Button>
        </div>
      </div>
    </>
  );
}
