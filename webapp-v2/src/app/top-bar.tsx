import type { ReadonlySignal } from '@preact/signals';
import { useI18n } from '../i18n/context.ts';
import type { ConnectionState } from '../stores/connection.ts';
import type { Account } from '../stores/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionIndicator } from './connection-indicator.tsx';
import './top-bar.css';

export interface TopBarProps {
  account: Account;
  connection: ReadonlySignal<ConnectionState>;
  onSignOut: () => void;
}

export function TopBar({ account, connection, onSignOut }: TopBarProps) {
  const { t } = useI18n();
  return (
    <header class="top-bar column column-wide">
      <a class="top-bar-name" href="/">
        {t('app.name')}
      </a>
      <ConnectionIndicator state={connection.value} />
      <AccountMenu account={account} onSignOut={onSignOut} />
    </header>
  );
}
