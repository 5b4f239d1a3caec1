import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem } from '../../stores/account/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem, Notice } from '../../ui/notice.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { type CredentialsDraft, outcomeOf, wrongEmail } from './credentials.ts';

interface ResetFormProps {
  reset: (email: string) => Promise<SessionProblem | null>;
  draft: Signal<CredentialsDraft>;
  onBack: () => void;
}

/** Asks for a link to choose a new password. The answer is the same whether there is such an account or not. */
export function ResetForm({ reset, draft, onBack }: ResetFormProps) {
  const { t } = useI18n();
  const { busy, problem, send, forgive } = useSubmission<SessionProblem>();
  const sentTo = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const email = draft.value.email.trim();
  useEffect(() => input.current?.focus(), []);
  const wrong = wrongEmail(email);
  const { asked, attributes } = useForm(wrong === null, () => {
    const sent = () => {
      sentTo.value = email;
    };
    void send(async () => outcomeOf(await reset(email)), sent);
  });

  return (
    <form {...attributes} class="stack">
      <p class="hint">{t('account.resetHint')}</p>
      <TextField
        label={t('account.email')}
        error={asked && wrong ? t(wrong) : undefined}
        type="email"
        inputMode="email"
        autocomplete="username"
        value={draft.value.email}
        inputRef={input}
        onInput={(typed) => {
          draft.value = { ...draft.value, email: typed };
          forgive();
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
