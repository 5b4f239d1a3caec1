import type { Group } from '@splitifyd/shared/contract';
import { normaliseLine, normaliseText } from '@splitifyd/shared/domain';
import type { GroupEdit } from '../../../stores/group/group-actions.ts';
import type { Editable } from '../../../ui/editing/rebase.ts';

/** The settings of a group as they are being typed. */
export interface GroupForm {
  name: string;
  description: string;
  currency: string;
  simplifyDebts: boolean;
}

type GroupContent = Pick<Group, 'name' | 'description' | 'currency' | 'settings'>;

export const groupFormOf = ({ name, description, currency, settings }: GroupContent): GroupForm => ({
  name,
  description,
  currency,
  simplifyDebts: settings.simplifyDebts,
});

/** What a form means, as the server keeps it. */
export const groupContentOf = ({ name, description, currency, simplifyDebts }: GroupForm): GroupContent => ({
  name: normaliseLine(name),
  description: normaliseText(description),
  currency,
  settings: { simplifyDebts },
});

/** What changed from `before` to `after`; null where nothing did. */
export function groupEditOf(before: GroupContent, { name, description, currency, settings }: GroupContent): GroupEdit | null {
  const edit: GroupEdit = {};
  if (name !== before.name) edit.name = name;
  if (description !== before.description) edit.description = description;
  if (currency !== before.currency) edit.currency = currency;
  const { simplifyDebts } = settings;
  if (simplifyDebts !== before.settings.simplifyDebts) edit.settings = { simplifyDebts };
  return Object.keys(edit).length > 0 ? edit : null;
}

export const editableGroup = {
  formOf: groupFormOf,
  contentOf: groupContentOf,
  editOf: groupEditOf,
  units: { name: ['name'], description: ['description'], currency: ['currency'], settings: ['simplifyDebts'] },
} as const satisfies Editable<Group, GroupForm, GroupContent, GroupEdit> & { contentOf(form: GroupForm): GroupContent };
