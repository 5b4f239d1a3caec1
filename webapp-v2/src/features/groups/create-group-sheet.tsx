import { useSignal } from '@preact/signals';
import { LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { currencyOptions, likelyCurrency } from '../../i18n/currencies.ts';
import type { GroupListStore } from '../../stores/group-list.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface CreateGroupSheetProps {
  displayName: string;
  /** Proposed for the group; null: by the reader's region. */
  currency: string | null;
  create: GroupListStore['create'];
  onCreated: (groupId: string) => void;
  onClose: () => void;
}

export function CreateGroupSheet({ displayName, currency: proposed, create, onCreated, onClose }: CreateGroupSheetProps) {
  const i18n = useI18n();
  const { t, currencyName } = i18n;
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const draft = useSignal({ name: '', currency: proposed ?? likelyCurrency(i18n.numberLocale), displayName });
  const asked = useSignal(false);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const formId = useId();
  useEffect(() => nameInput.current?.focus(), []);

  const change = (patch: Partial<typeof draft.value>) => {
    draft.value = { ...draft.value, ...patch };
  };
  const isMissing = (text: string) => asked.value && normaliseLine(text) === '';

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    const { currency } = draft.value;
    const [name, ownName] = [normaliseLine(draft.value.name), normaliseLine(draft.value.displayName)];
    if (busy.value || name === '' || ownName === '') return;
    busy.value = true;
    const result = await create({ name, currency, displayName: ownName });
    busy.value = false;
    if (result.ok) onCreated(result.value.groupId);
    else problem.value = t(`problem.${result.code}`);
  };

  return (
    <Sheet
      title={t('groups.createTitle')}
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} look="primary" busy={busy.value}>
          {t('groups.create')}
        </Button>
      }
    >
      <form id={formId} class="stack" noValidate onSubmit={submit}>
        <TextField
          label={t('groups.name')}
          hint={t('groups.nameHint')}
          error={isMissing(draft.value.name) ? t('groups.missingName') : undefined}
          value={draft.value.name}
          maxLength={LIMITS.nameLength}
          inputRef={nameInput}
          onInput={(name) => change({ name })}
        />
        <SelectField
          label={t('groups.currency')}
          value={draft.value.currency}
          options={currencies}
          onChange={(currency) => change({ currency })}
        />
        <TextField
          label={t('groups.yourName')}
          error={isMissing(draft.value.displayName) ? t('groups.missingYourName') : undefined}
          value={draft.value.displayName}
          maxLength={LIMITS.nameLength}
          autocomplete="name"
          onInput={(ownName) => change({ displayName: ownName })}
        />
        <FormProblem text={problem.value} />
      </form>
    </Sheet>
  );
}
