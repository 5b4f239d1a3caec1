import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { Failure, Result } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';

/** Says what will happen, and wants a word typed: nobody does this by a slip. Signing out follows by itself. */
export function DeleteAccountSheet({ deleteAccount, onClose }: { deleteAccount: () => Promise<Result<null>>; onClose: () => void }) {
  const { t, language } = useI18n();
  const typed = useSignal('');
  const { busy, problem, send } = useSubmission<Failure>();
  const formId = useId();
  const word = t('profile.deleteWord');
  const isTyped = typed.value.trim().toLocaleLowerCase(language) === word;
  // The page goes with the account.
  const { asked, attributes } = useForm(isTyped, () => void send(deleteAccount));

  return (
    <Sheet
      title={t('profile.deleteTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('profile.deleteKeep')}</Button>
          <Button type="submit" form={formId} look="danger" busy={busy.value}>
            {t('profile.deleteNow')}
          </Button>
        </>
      }
    >
      <p class="hint">{t('profile.deleteHint')}</p>
      <ul class="profile-list">
        <li>{t('profile.deleteSignIn')}</li>
        <li>{t('profile.deleteGroups')}</li>
        <li>{t('profile.deleteLedger')}</li>
      </ul>
      <form {...attributes} id={formId} class="stack">
        <TextField
          label={t('profile.deleteConfirm', { word })}
          error={asked && !isTyped ? t('profile.deleteMistyped', { word }) : undefined}
          value={typed.value}
          onInput={(text) => {
            typed.value = text;
          }}
        />
        <FormProblem text={problem.value && t(`problem.${problem.value}`)} />
      </form>
    </Sheet>
  );
}
