import type { Signal } from '@preact/signals';
import { LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem, SessionStore } from '../../stores/account/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { type CredentialsDraft, type CredentialsField, outcomeOf, wrongFields } from './credentials.ts';

interface CredentialsFormProps {
  session: SessionStore;
  draft: Signal<CredentialsDraft>;
  registering: boolean;
  onForgotten: () => void;
}

export function CredentialsForm({ session, draft, registering, onForgotten }: CredentialsFormProps) {
  const { t } = useI18n();
  const { busy, problem, send, forgive } = useSubmission<SessionProblem>();
  const wrong = wrongFields(draft.value, registering);
  const { asked, attributes } = useForm(Object.keys(wrong).length === 0, () => {
    const { displayName, email, password } = draft.value;
    const credentials = { email: email.trim(), password };
    const enter = () =>
      registering ? session.register({ displayName: normaliseLine(displayName), ...credentials }) : session.signIn(credentials);
    // The page goes when somebody is signed in.
    void send(async () => outcomeOf(await enter()));
  });
  const errorOf = (field: CredentialsField) => {
    const problem = wrong[field];
    return asked && problem ? t(problem) : undefined;
  };

  const change = (patch: Partial<CredentialsDraft>) => {
    draft.value = { ...draft.value, ...patch };
    forgive();
  };

  return (
    <form {...attributes} class="stack">
      {registering && (
        <TextField
          label={t('account.name')}
          hint={t('account.nameHint')}
          error={errorOf('displayName')}
          autocomplete="name"
          maxLength={LIMITS.nameLength}
          value={draft.value.displayName}
          onInput={(displayName) => change({ displayName })}
        />
      )}
      <TextField
        label={t('account.email')}
        error={errorOf('email')}
        type="email"
        inputMode="email"
        autocomplete="username"
        value={draft.value.email}
        onInput={(email) => change({ email })}
      />
      <PasswordField
        label={t('account.password')}
        hint={registering ? t('account.passwordHint') : undefined}
        error={errorOf('password')}
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
