import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem } from '../../stores/account/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { outcomeOf } from './credentials.ts';

/** For those who have an account there; it signs in and registers alike. */
export function GoogleSignIn({ signIn }: { signIn: () => Promise<SessionProblem | null> }) {
  const { t } = useI18n();
  const { busy, problem, send } = useSubmission<SessionProblem>();
  const begin = () => send(async () => outcomeOf(await signIn()));
  return (
    <>
      <p class="account-or">{t('account.or')}</p>
      <FormProblem text={problem.value && t(`session.${problem.value}`)} />
      <Button wide busy={busy.value} onClick={() => void begin()}>
        {t('account.google')}
      </Button>
    </>
  );
}
