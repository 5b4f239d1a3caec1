import { useSignal } from '@preact/signals';
import { LIMITS, type Member } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export function AddMemberForm({ add }: { add: (displayName: string) => Promise<Result<Member>> }) {
  const { t } = useI18n();
  const name = useSignal('');
  const asked = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const added = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const displayName = normaliseLine(name.value);
    asked.value = true;
    if (busy.value) return;
    if (displayName === '') {
      input.current?.focus();
      return;
    }
    busy.value = true;
    added.value = null;
    const result = await add(displayName);
    busy.value = false;
    problem.value = result.ok ? null : t(`problem.${result.code}`);
    if (!result.ok) return;
    added.value = t('members.added', { name: displayName });
    asked.value = false;
    name.value = '';
    // Several are often added in a row.
    input.current?.focus();
  };

  return (
    <form class="add-member" noValidate onSubmit={submit}>
      <h2 class="add-member-title">{t('members.addTitle')}</h2>
      <p class="quiet">{t('members.addHint')}</p>
      <div class="add-member-row">
        <TextField
          label={t('members.name')}
          error={asked.value && normaliseLine(name.value) === '' ? t('members.missingName') : undefined}
          value={name.value}
          maxLength={LIMITS.nameLength}
          inputRef={input}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <Button type="submit" busy={busy.value}>
          {t('members.add')}
        </Button>
      </div>
      <p class="quiet" role="status">
        {added.value}
      </p>
      <FormProblem text={problem.value} />
    </form>
  );
}
