import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { SessionStore } from '../../stores/account/session.ts';
import { Choice } from '../../ui/choice.tsx';
import { focusField, isFocusLost } from '../../ui/focus.ts';
import { CONTENT_ID, Page } from '../../ui/page.tsx';
import type { CredentialsDraft } from './credentials.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { GoogleSignIn } from './google-sign-in.tsx';
import { ResetForm } from './reset-form.tsx';
import './account-page.css';

interface AccountPageProps {
  session: SessionStore;
  /** The reader came by an invitation and goes on to it afterwards. */
  invited: boolean;
}

/** Sign in, register or ask for a new password, on one page; what was typed stays when the reader changes between them. */
export function AccountPage({ session, invited }: AccountPageProps) {
  const { t } = useI18n();
  const mode = useSignal<'sign-in' | 'register' | 'reset'>(session.hasSignedIn() ? 'sign-in' : 'register');
  const draft = useSignal<CredentialsDraft>({ displayName: '', email: '', password: '' });
  const go = (to: typeof mode.value) => {
    mode.value = to;
  };
  const ended = session.ended.value;
  const isReset = mode.value === 'reset';
  const wasReset = useRef(isReset);
  // The button that leads back goes with its form.
  useEffect(() => {
    if (wasReset.current && !isReset && isFocusLost()) {
      focusField(document.getElementById(CONTENT_ID), (page) => page.querySelector<HTMLElement>('form input'));
    }
    wasReset.current = isReset;
  }, [isReset]);
  const title = t(isReset ? 'account.resetTitle' : mode.value === 'register' ? 'account.start' : 'account.welcome');
  return (
    <Page wide class="account" title={isReset ? title : t(mode.value === 'register' ? 'account.register' : 'account.signIn')}>
      <header class="account-header">
        <p class="account-promise">{t('app.promise')}</p>
      </header>
      <section class="account-form leaf stack">
        <h1 class="heading heading-title">{title}</h1>
        {ended && <p role="status">{t(ended === 'deleted' ? 'account.deleted' : 'account.endedElsewhere')}</p>}
        {isReset ? (
          <ResetForm reset={session.resetPassword} draft={draft} onBack={() => go('sign-in')} />
        ) : (
          <>
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
              onChange={go}
            />
            <CredentialsForm
              key={mode.value}
              session={session}
              draft={draft}
              registering={mode.value === 'register'}
              onForgotten={() => go('reset')}
            />
            <GoogleSignIn signIn={session.signInWithGoogle} />
          </>
        )}
      </section>
    </Page>
  );
}
