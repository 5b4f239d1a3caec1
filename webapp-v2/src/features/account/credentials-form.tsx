import { type Signal, useSignal } from '@preact/signals';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem, SessionStore } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type CredentialsDraft, type CredentialsField, missingField } from './credentials.ts';

export interface CredentialsFormProps {
  session: SessionStore;
  draft: Signal<CredentialsDraft>;
  registering: boolean;
  onForgotten: () => void;
}

export function CredentialsForm({ session, draft, registering, onForgotten }: CredentialsFormProps) {
  const { t } = useI18n();
  const missing = useSignal<CredentialsField | null>(null);
  const problem = useSignal<SessionProblem | null>(null);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);

  const change = (patch: Partial<CredentialsDraft>) => {
    draft.value = { ...draft.value, ...patch };
    problem.value = null;
    if (missing.value && missing.value in patch) missing.value = null;
  };

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.value) return;
    missing.value = missingField(draft.value, registering);
    if (missing.value) {
      form.current?.querySelector<HTMLInputElement>(`[autocomplete="${AUTOCOMPLETE[missing.value](registering)}"]`)?.focus();
      return;
    }
    const { displayName, email, password } = draft.value;
    busy.value = true;
    problem.value = registering
      ? await session.register({ displayName: normaliseLine(displayName), email: email.trim(), password })
      : await session.signIn({ email: email.trim(), password });
    busy.value = false;
  };

  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      {registering && (
        <TextField
          label={t('account.name')}
          hint={t('account.nameHint')}
          error={missing.value === 'displayName' ? t('account.missingName') : undefined}
          autocomplete="name"
          maxLength={120}
          value={draft.value.displayName}
          onInput={(displayName) => change({ displayName })}
        />
      )}
      <TextField
        label={t('account.email')}
        error={missing.value === 'email' ? t('account.missingEmail') : undefined}
        type="email"
        inputMode="email"
        autocomplete="username"
        value={draft.value.email}
        onInput={(email) => change({ email })}
      />
      <PasswordField
        label={t('account.password')}
        hint={registering ? t('account.passwordHint') : undefined}
        error={missing.value === 'password' ? t('account.missingPassword') : undefined}
        autocomplete={registering ? 'new-password' : 'current-password'}
        value={draft.value.password}
        onInput={(password) => change({ password })}
      />
      <FormProblem text={problem.value && t(`session.${problem.value}`)} />
      <Button type="submit" look="primary" wide busy={busy.value}>
        {t(registering ? 'account.register' : 'account.signIn')}
      </Button>
      {!registering && (
        <Button look="plain" onClick={onForgotten}>
          {t('account.forgot')}
        </Button>
      )}
    </form>
  );
}

const AUTOCOMPLETE: Record<CredentialsField, (registering: boolean) => string> = {
  displayName: () => 'name',
  email: () => 'username',
  password: (registering) => (registering ? 'new-password' : 'current-password'),
};
