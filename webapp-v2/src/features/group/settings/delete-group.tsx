import { useSignal } from '@preact/signals';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Failure, Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { useSubmission } from '../../../ui/submission.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useForm } from '../../../ui/use-form.ts';

interface DeleteGroupProps {
  groupName: string;
  remove: () => Promise<Result<null>>;
  onDeleted: () => void;
}

/** Ends the group for everybody, which cannot be undone: its name has to be typed. */
export function DeleteGroup({ groupName, remove, onDeleted }: DeleteGroupProps) {
  const { t } = useI18n();
  const open = useSignal(false);
  const typed = useSignal('');
  const { busy, problem, send } = useSubmission<Failure>();
  const name = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone; the one that is asked for now comes into sight with its field.
  useLayoutEffect(() => {
    if (!open.value) return;
    name.current?.focus();
    name.current?.form?.scrollIntoView({ block: 'nearest' });
  }, [open.value]);
  const matches = normaliseLine(typed.value) === groupName;
  const { asked, attributes } = useForm(matches, () => void send(remove, onDeleted));

  return (
    <section class="settings-part">
      <h3 class="heading">{t('settings.delete')}</h3>
      <p class="settings-text">{t('settings.deleteHint')}</p>
      {open.value ? (
        <form {...attributes} class="stack">
          <TextField
            label={t('settings.deleteTyped', { group: groupName })}
            error={asked && !matches ? t('settings.deleteMismatch') : undefined}
            value={typed.value}
            inputRef={name}
            onInput={(text) => {
              typed.value = text;
            }}
          />
          <FormProblem text={problem.value && t(`problem.${problem.value}`)} />
          <div class="confirmed">
            <Button type="submit" look="danger" busy={busy.value}>
              {t('settings.deleteNow')}
            </Button>
          </div>
        </form>
      ) : (
        <div class="confirmed">
          <Button
            look="danger"
            onClick={() => {
              open.value = true;
            }}
          >
            {t('settings.delete')}…
          </Button>
        </div>
      )}
    </section>
  );
}
