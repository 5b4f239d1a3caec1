import { useI18n } from '../i18n/context.ts';
import type { SignOutStore } from '../stores/account/sign-out.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

/** Shown only while there is something to lose. */
export function SignOutSheet({ signOut }: { signOut: SignOutStore }) {
  const { t } = useI18n();
  const atStake = signOut.waitsFor.value;
  if (!atStake || atStake.unsent + atStake.drafts + atStake.refused === 0) return null;
  const { unsent, drafts, refused } = atStake;
  return (
    <Sheet
      title={t(unsent > 0 ? 'account.unsentTitle' : drafts > 0 ? 'account.unsavedTitle' : 'account.refusedTitle')}
      onClose={signOut.stay}
      footer={
        <>
          <Button onClick={signOut.stay}>{t('account.stay')}</Button>
          <Button look="danger" onClick={signOut.insist}>
            {t('account.loseUnsent')}
          </Button>
        </>
      }
    >
      <div class="stack" aria-live="polite">
        {unsent > 0 && <p>{t(drafts + refused > 0 ? 'account.unsentToo' : 'account.unsent', { count: unsent })}</p>}
        {drafts > 0 && <p>{t('account.unsaved', { count: drafts })}</p>}
        {refused > 0 && <p>{t('account.refused', { count: refused })}</p>}
      </div>
    </Sheet>
  );
}
