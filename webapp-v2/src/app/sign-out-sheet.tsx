import { useI18n } from '../i18n/context.ts';
import type { SignOutStore } from '../stores/account/sign-out.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

/** Shown only while there is something to lose. */
export function SignOutSheet({ signOut }: { signOut: SignOutStore }) {
  const { t } = useI18n();
  const count = signOut.waitsFor.value;
  if (!count) return null;
  return (
    <Sheet
      title={t('account.unsentTitle')}
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
      <p aria-live="polite">{t('account.unsent', { count })}</p>
    </Sheet>
  );
}
