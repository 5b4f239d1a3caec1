import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { Result } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Says what will happen, and wants a word typed: nobody does this by a slip. Signing out follows by itself. */
export function DeleteAccountSheet({ deleteAccount, onClose }: { deleteAccount: () => Promise<Result<null>>; onClose: () => void }) {
  const { t, language } = useI18n();
  const typed = useSignal('');
  const asked = useSignal(false);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const formId = useId();
  const word = t('profile.deleteWord');
  const isTyped = typed.value.trim().toLocaleLowerCase(language) === word;

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    if (busy.value || !isTyped) return;
    busy.value = true;
    const result = await deleteAccount();
    busy.value = false;
    if (!result.ok) problem.value = t(`problem.${result.code}`);
  };

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
      <p class="profile-text">{t('profile.deleteHint')}</p>
      <ul class="profile-list">
        <li>{t('profile.deleteSignIn')}</li>
        <li>{t('profile.deleteGroups')}</li>
        <li>{t('profile.deleteLedger')}</li>
      </ul>
      <form id={formId} class="stack" noValidate onSubmit={submit}>
        <TextField
          label={t('profile.deleteConfirm', { word })}
          error={asked.value && !isTyped ? t('profile.deleteMistyped', { word }) : undefined}
          value={typed.value}
          onInput={(text) => {
            typed.value = text;
          }}
        />
        <FormProblem text={problem.value} />
      </form>
    </Sheet>
  );
}
