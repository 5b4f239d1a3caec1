import type { Group } from '@splitifyd/shared/contract';
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
  if (name !== undefined && name.trim() !== group.name) edit.name = name.trim();
  if (description !== undefined && description.trim() !== group.description) edit.description = description.trim();
  if (currency !== undefined && currency !== group.currency) edit.currency = currency;
  if (simplifyDebts !== undefined && simplifyDebts !== group.settings.simplifyDebts) edit.settings = { simplifyDebts };
  return Object.keys(edit).length > 0 ? edit : null;
}
