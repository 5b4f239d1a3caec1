import { LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { currencyOptions, likelyCurrency } from '../../i18n/currencies.ts';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import type { Failure } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { useDraft } from '../../ui/editing/use-draft.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';

interface NewGroupForm {
  name: string;
  currency: string;
  displayName: string;
}

interface CreateGroupSheetProps {
  drafts: Drafts;
  displayName: string;
  /** Proposed for the group; null: by the reader's region. */
  currency: string | null;
  create: GroupListStore['create'];
  onCreated: (groupId: string) => void;
  onClose: () => void;
}

export function CreateGroupSheet({ drafts, displayName, currency: proposed, create, onCreated, onClose }: CreateGroupSheetProps) {
  const i18n = useI18n();
  const { t, currencyName } = i18n;
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const { draft, remark, discard } = useDraft<NewGroupForm, null>(drafts, 'new group', () => ({
    entity: null,
    form: { name: '', currency: proposed ?? likelyCurrency(i18n.homeLocale), displayName },
  }));
  const form = draft.form.value;
  const { busy, problem, send } = useSubmission<Failure>();
  const nameInput = useRef<HTMLInputElement>(null);
  const formId = useId();
  useEffect(() => nameInput.current?.focus(), []);

  const change = (patch: Partial<NewGroupForm>) => {
    draft.form.value = { ...form, ...patch };
  };
  const { currency } = form;
  const [name, ownName] = [normaliseLine(form.name), normaliseLine(form.displayName)];
  const { asked, attributes } = useForm(name !== '' && ownName !== '', () => {
    void send(
      () => create({ name, currency, displayName: ownName }),
      ({ groupId }) => {
        discard();
        onCreated(groupId);
      },
    );
  });

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
      <form {...attributes} id={formId} class="stack">
        {remark}
        <TextField
          label={t('groups.name')}
          hint={t('groups.nameHint')}
          error={asked && name === '' ? t('groups.missingName') : undefined}
          value={form.name}
          maxLength={LIMITS.nameLength}
          inputRef={nameInput}
          onInput={(text) => change({ name: text })}
        />
        <SelectField label={t('groups.currency')} value={currency} options={currencies} onChange={(code) => change({ currency: code })} />
        <TextField
          label={t('groups.yourName')}
          error={asked && ownName === '' ? t('groups.missingYourName') : undefined}
          value={form.displayName}
          maxLength={LIMITS.nameLength}
          autocomplete="name"
          onInput={(text) => change({ displayName: text })}
        />
        <FormProblem text={problem.value && t(`problem.${problem.value}`)} />
      </form>
    </Sheet>
  );
}
