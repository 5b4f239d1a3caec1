import { useI18n } from '../i18n/context.ts';
import type { ConnectionStore } from '../stores/account/connection.ts';
import type { Account } from '../stores/account/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionIndicator } from './connection-indicator.tsx';
import './top-bar.css';

interface TopBarProps {
  account: Account;
  name: string;
  connection: ConnectionStore;
  onSignOut: () => void;
}

/** Where nobody is signed in (yet): the name stays where it is. No link, which would lead away from an invitation. */
export function BareBar() {
  const { t } = useI18n();
  return (
    <header class="top-bar column">
      <span class="top-bar-name">{t('app.name')}</span>
    </header>
  );
}

export function TopBar({ account, name, connection, onSignOut }: TopBarProps) {
  const { t } = useI18n();
  return (
    <header class="top-bar column">
      <a class="top-bar-name" href="/">
        {t('app.name')}
      </a>
      <ConnectionIndicator state={connection.state.value} retryInMs={connection.retryInMs.value} />
      <AccountMenu account={account} name={name} onSignOut={onSignOut} />
    </header>
  );
}
