import { type Group, LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { GroupEdit } from '../../../stores/group/group-actions.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Conflict } from '../../../ui/editing/conflict.tsx';
import { useSavedEdit } from '../../../ui/editing/use-saved-edit.ts';
import { FormProblem } from '../../../ui/notice.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useForm } from '../../../ui/use-form.ts';
import { type Drafts, draftName } from '../editing/drafts.ts';
import { useDraft } from '../editing/use-draft.tsx';
import { editableGroup, type GroupForm, groupFormOf } from './group-form.ts';

interface SettingsFormProps {
  group: Group;
  mayEdit: boolean;
  drafts: Drafts;
  save: (edit: GroupEdit, version: number) => Promise<Result<Group>>;
}

export function SettingsForm({ mayEdit, ...rest }: SettingsFormProps) {
  return mayEdit ? <SettingsFields {...rest} /> : <SettingsList group={rest.group} />;
}

function SettingsFields({ group, drafts, save }: Omit<SettingsFormProps, 'mayEdit'>) {
  const { t, currencyName } = useI18n();
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const { draft, remark } = useDraft<GroupForm, Group>(drafts, draftName.settings, () => ({ entity: group, form: groupFormOf(group) }));
  const edit = useSavedEdit(editableGroup, draft, group, save);
  const { name, description, currency, simplifyDebts } = draft.form.value;
  const isNameMissing = normaliseLine(name) === '';
  const { attributes } = useForm(!isNameMissing && !edit.isConflict, edit.submit);

  return (
    <form {...attributes} class="stack">
      {edit.isConflict ? (
        <Conflict
          title={t('editing.changed')}
          theirs={factsOf(group, t).join(', ')}
          onTakeTheirs={() => edit.moveOn(false)}
          onKeepMine={() => edit.moveOn(true)}
        />
      ) : (
        remark
      )}
      <TextField
        label={t('groups.name')}
        error={isNameMissing ? t('groups.missingName') : undefined}
        value={name}
        maxLength={LIMITS.nameLength}
        onInput={(text) => edit.change({ name: text })}
      />
      <TextField
        label={t('settings.description')}
        value={description}
        maxLength={LIMITS.descriptionLength}
        onInput={(text) => edit.change({ description: text })}
      />
      <SelectField
        label={t('settings.currency')}
        hint={t('settings.currencyHint')}
        value={currency}
        options={currencies}
        onChange={(code) => edit.change({ currency: code })}
      />
      <Choice
        label={t('settings.simplify')}
        look="list"
        value={simplifyDebts ? 'on' : 'off'}
        options={[
          { value: 'on', text: t('settings.on'), hint: t('settings.simplifyOn') },
          { value: 'off', text: t('settings.off'), hint: t('settings.simplifyOff') },
        ]}
        onChange={(value) => edit.change({ simplifyDebts: value === 'on' })}
      />
      <FormProblem text={edit.problem && t(`problem.${edit.problem}`)} />
      <div class="settings-save">
        <Button type="submit" look="primary" busy={edit.busy}>
          {t('action.save')}
        </Button>
        <p class="quiet" role="status">
          {edit.isSaved && t('settings.saved')}
        </p>
      </div>
    </form>
  );
}

/** The settings in a few words. */
function factsOf({ name, description, currency, settings }: Group, t: I18n['t']): string[] {
  const simplify = `${t('settings.simplify')}: ${t(settings.simplifyDebts ? 'settings.on' : 'settings.off')}`;
  return [`“${name}”`, description, currency, simplify].filter((fact) => fact !== '');
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
