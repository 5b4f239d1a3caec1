import type { Group } from '@splitifyd/shared/contract';
import { normaliseLine, normaliseText } from '@splitifyd/shared/domain';
import type { GroupEdit } from '../../../stores/group-actions.ts';

/** What is typed about a group: only what was touched, so that the rest goes on following what others change. */
export interface GroupDraft {
  name?: string;
  description?: string;
  currency?: string;
  simplifyDebts?: boolean;
}

/** What a draft would change of the group as it is now; null where nothing. */
export function groupEditOf({ name, description, currency, simplifyDebts }: GroupDraft, group: Group): GroupEdit | null {
  const edit: GroupEdit = {};
  const typed = {
    ...(name !== undefined && { name: normaliseLine(name) }),
    ...(description !== undefined && { description: normaliseText(description) }),
  };
  if (typed.name !== undefined && typed.name !== group.name) edit.name = typed.name;
  if (typed.description !== undefined && typed.description !== group.description) edit.description = typed.description;
  if (currency !== undefined && currency !== group.currency) edit.currency = currency;
  if (simplifyDebts !== undefined && simplifyDebts !== group.settings.simplifyDebts) edit.settings = { simplifyDebts };
  return Object.keys(edit).length > 0 ? edit : null;
}
