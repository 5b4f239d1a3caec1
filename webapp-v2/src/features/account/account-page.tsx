import { useSignal } from '@preact/signals';
import { useI18n } from '../../i18n/context.ts';
import type { SessionStore } from '../../stores/session.ts';
import { Choice } from '../../ui/choice.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import './account-page.css';
import { Page } from '../../ui/page.tsx';

export interface AccountPageProps {
  session: SessionStore;
  /** The reader came by an invitation and goes on to it afterwards. */
  invited: boolean;
}

/** Sign in or register, on one page; what was typed stays when the reader changes between the two. */
export function AccountPage({ session, invited }: AccountPageProps) {
  const { t } = useI18n();
  const mode = useSignal<'sign-in' | 'register'>(invited ? 'register' : 'sign-in');
  return (
    <Page class="account" title={t('account.signIn')}>
      <header class="account-header">
        <p class="account-name">{t('app.name')}</p>
        <p class="account-promise">{t('app.promise')}</p>
      </header>
      <section class="account-form stack">
        <h1 class="account-title">{t(mode.value === 'register' ? 'account.start' : 'account.welcome')}</h1>
        {invited && <p class="account-invited">{t('account.invited')}</p>}
        <Choice
          label={t('account.mode')}
          bare
          look="row"
          value={mode.value}
          options={[
            { value: 'sign-in', text: t('account.signIn') },
            { value: 'register', text: t('account.register') },
          ]}
          onChange={(value) => {
            mode.value = value;
          }}
        />
        <CredentialsForm session={session} registering={mode.value === 'register'} />
      </section>
    </Page>
  );
}
