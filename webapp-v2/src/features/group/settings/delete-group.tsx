import { useSignal } from '@preact/signals';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface DeleteGroupProps {
  groupName: string;
  remove: () => Promise<Result<null>>;
  onDeleted: () => void;
}

/** Ends the group for everybody, which cannot be undone: its name has to be typed. */
export function DeleteGroup({ groupName, remove, onDeleted }: DeleteGroupProps) {
  const { t } = useI18n();
  const open = useSignal(false);
  const typed = useSignal('');
  const asked = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const matches = normaliseLine(typed.value) === groupName;

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    if (!matches || busy.value) return;
    busy.value = true;
    const result = await remove();
    busy.value = false;
    if (result.ok) onDeleted();
    else problem.value = t(`problem.${result.code}`);
  };

  return (
    <section class="settings-part">
      <h3 class="settings-heading">{t('settings.delete')}</h3>
      <p class="settings-text">{t('settings.deleteHint')}</p>
      {open.value ? (
        <form class="stack" noValidate onSubmit={submit}>
          <TextField
            label={t('settings.deleteTyped', { group: groupName })}
            error={asked.value && !matches ? t('settings.deleteMismatch') : undefined}
            value={typed.value}
            onInput={(text) => {
              typed.value = text;
            }}
          />
          <FormProblem text={problem.value} />
          <div class="settings-save">
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
