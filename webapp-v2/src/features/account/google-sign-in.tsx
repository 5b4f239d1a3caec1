import { useSignal } from '@preact/signals';
import { useI18n } from '../../i18n/context.ts';
import type { SessionProblem } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';

/** For those who have an account there; it signs in and registers alike. */
export function GoogleSignIn({ signIn }: { signIn: () => Promise<SessionProblem | null> }) {
  const { t } = useI18n();
  const problem = useSignal<SessionProblem | null>(null);
  const busy = useSignal(false);
  const begin = async () => {
    busy.value = true;
    problem.value = null;
    problem.value = await signIn();
    busy.value = false;
  };
  return (
    <>
      <p class="account-or">{t('account.or')}</p>
      <FormProblem text={problem.value && t(`session.${problem.value}`)} />
      <Button wide busy={busy.value} onClick={begin}>
        {t('account.google')}
      </Button>
    </>
  );
}
