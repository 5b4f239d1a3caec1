import { type Signal, useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem, Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CredentialsDraft } from './credentials.ts';

export interface ResetFormProps {
  reset: (email: string) => Promise<SessionProblem | null>;
  draft: Signal<CredentialsDraft>;
  onBack: () => void;
}

/** Asks for a link to choose a new password. The answer is the same whether there is such an account or not. */
export function ResetForm({ reset, draft, onBack }: ResetFormProps) {
  const { t } = useI18n();
  const asked = useSignal(false);
  const problem = useSignal<SessionProblem | null>(null);
  const busy = useSignal(false);
  const sentTo = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const email = draft.value.email.trim();
  useEffect(() => input.current?.focus(), []);

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    if (busy.value || email === '') return;
    busy.value = true;
    problem.value = await reset(email);
    busy.value = false;
    if (!problem.value) sentTo.value = email;
  };

  return (
    <form class="stack" noValidate onSubmit={submit}>
      <p class="account-hint">{t('account.resetHint')}</p>
      <TextField
        label={t('account.email')}
        error={asked.value && email === '' ? t('account.missingEmail') : undefined}
        type="email"
        inputMode="email"
        autocomplete="username"
        value={draft.value.email}
        inputRef={input}
        onInput={(typed) => {
          draft.value = { ...draft.value, email: typed };
          problem.value = null;
          sentTo.value = null;
        }}
      />
      <FormProblem text={problem.value && t(`session.${problem.value}`)} />
      <div role="status">
        {sentTo.value !== null && (
          <Notice title={t('account.resetSentTitle')}>
            <p>{t('account.resetSent', { email: sentTo.value })}</p>
          </Notice>
        )}
      </div>
      <Button type="submit" look={sentTo.value === null ? 'primary' : 'secondary'} wide busy={busy.value}>
        {t('account.resetSend')}
      </Button>
      <Button look="plain" icon="back" onClick={onBack}>
        {t('account.backToSignIn')}
      </Button>
    </form>
  );
}
