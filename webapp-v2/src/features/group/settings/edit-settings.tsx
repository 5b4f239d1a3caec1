import { type Group, LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { currencyOptions } from '../../../i18n/currencies.ts';
import type { GroupEdit } from '../../../stores/group/group-actions.ts';
import type { Result } from '../../../stores/result.ts';
import { Choice } from '../../../ui/choice.tsx';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { useSavedEdit } from '../../../ui/editing/use-saved-edit.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { draftName } from '../editing/draft-name.ts';
import { SavedSheet } from '../editing/saved-sheet.tsx';
import { groupFacts } from './group-facts.ts';
import { editableGroup, type GroupForm, groupFormOf } from './group-form.ts';

interface EditSettingsProps {
  group: Group;
  drafts: Drafts;
  save: (edit: GroupEdit, version: number) => Promise<Result<Group>>;
  /** The reader's role lets them save it still. */
  isAllowed: boolean;
  onClose: () => void;
  below: ComponentChildren;
}

/** The settings of a group for who may change them. */
export function EditSettings({ group, drafts, save, ...sheet }: EditSettingsProps) {
  const i18n = useI18n();
  const { t, currencyName } = i18n;
  const currencies = useMemo(() => currencyOptions(currencyName), [currencyName]);
  const { draft, remark } = useDraft<GroupForm, Group>(drafts, draftName.settings, () => ({ entity: group, form: groupFormOf(group) }));
  const edit = useSavedEdit(editableGroup, draft, group, save);
  const { name, description, currency, simplifyDebts } = draft.form.value;
  const isNameMissing = normaliseLine(name) === '';

  return (
    <SavedSheet
      {...sheet}
      title={t('settings.title')}
      saveText={t('settings.save')}
      edit={edit}
      theirs={groupFacts(group, edit.conflicts, i18n)}
      remark={remark}
      invalid={isNameMissing}
    >
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
    </SavedSheet>
  );
}
