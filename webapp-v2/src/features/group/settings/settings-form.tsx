import { useSignal } from '@preact/signals';
import { type Group, LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import type { GroupEdit } from '../../../stores/group-actions.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Drafts } from '../editing/drafts.ts';
import { type GroupDraft, groupEditOf } from './group-draft.ts';

export interface SettingsFormProps {
  group: Group;
  mayEdit: boolean;
  drafts: Drafts;
  save: (edit: GroupEdit) => Promise<Result<Group>>;
}

const DRAFT = 'settings';

export function SettingsForm({ mayEdit, ...rest }: SettingsFormProps) {
  return mayEdit ? <SettingsFields {...rest} /> : <SettingsList group={rest.group} />;
}

function SettingsFields({ group, drafts, save }: Omit<SettingsFormProps, 'mayEdit'>) {
  const { t, currencyName } = useI18n();
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const [draft] = useState(() => drafts.open<GroupDraft, never>(DRAFT, () => ({ entity: null, form: {} })).draft.form);
  const busy = useSignal(false);
  const saved = useSignal(false);
  const problem = useSignal<string | null>(null);

  const change = (patch: GroupDraft) => {
    draft.value = { ...draft.value, ...patch };
    saved.value = false;
  };
  const name = draft.value.name ?? group.name;
  const edit = groupEditOf(draft.value, group);
  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.value || normaliseLine(name) === '') return;
    const sent = draft.value;
    busy.value = true;
    problem.value = null;
    const result = edit ? await save(edit) : null;
    busy.value = false;
    if (result && !result.ok) {
      problem.value = t(`problem.${result.code}`);
      return;
    }
    saved.value = true;
    // What was typed while it was being saved stays.
    if (draft.value !== sent) return;
    drafts.drop(DRAFT);
    draft.value = {};
  };

  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField
        label={t('groups.name')}
        error={normaliseLine(name) === '' ? t('groups.missingName') : undefined}
        value={name}
        maxLength={LIMITS.nameLength}
        onInput={(text) => change({ name: text })}
      />
      <TextField
        label={t('settings.description')}
        value={draft.value.description ?? group.description}
        maxLength={LIMITS.descriptionLength}
        onInput={(description) => change({ description })}
      />
      <SelectField
        label={t('settings.currency')}
        hint={t('settings.currencyHint')}
        value={draft.value.currency ?? group.currency}
        options={currencies}
        onChange={(currency) => change({ currency })}
      />
      <Choice
        label={t('settings.simplify')}
        look="list"
        value={(draft.value.simplifyDebts ?? group.settings.simplifyDebts) ? 'on' : 'off'}
        options={[
          { value: 'on', text: t('settings.on'), hint: t('settings.simplifyOn') },
          { value: 'off', text: t('settings.off'), hint: t('settings.simplifyOff') },
        ]}
        onChange={(value) => change({ simplifyDebts: value === 'on' })}
      />
      <FormProblem text={problem.value} />
      <div class="settings-save">
        <Button type="submit" look="primary" busy={busy.value}>
          {t('action.save')}
        </Button>
        <p class="quiet" role="status">
          {saved.value && t('settings.saved')}
        </p>
      </div>
    </form>
  );
}

/** The same for who may only look. */
function SettingsList({ group }: { group: Group }) {
  const { t, currencyName } = useI18n();
  const { simplifyDebts } = group.settings;
  const facts = [
    [t('groups.name'), group.name],
    ...(group.description === '' ? [] : [[t('settings.description'), group.description]]),
    [t('settings.currency'), `${group.currency} · ${currencyName(group.currency)}`],
    [
      t('settings.simplify'),
      `${t(simplifyDebts ? 'settings.on' : 'settings.off')}: ${t(simplifyDebts ? 'settings.simplifyOn' : 'settings.simplifyOff')}`,
    ],
  ];
  return (
    <>
      <dl class="settings-list">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt class="field-label">{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet settings-text">{t('settings.adminsOnly')}</p>
    </>
  );
}
