import { isPresent } from '@splitifyd/shared/contract';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { draftName } from './draft-name.ts';

type Known = Pick<OpenGroup, 'group' | 'rows' | 'settlements' | 'isComplete' | 'activity' | 'notices' | 'transfers'>;

/** Drafts of what was dismissed, deleted, removed or settled on an earlier visit would be kept for ever. */
export const dropUnreachable = (drafts: Drafts, group: Known): Promise<void> => drafts.prune((name) => isReachable(name, group));

/** Whether anything on the page leads to the draft of that name, as far as that can be told: in doubt it is. */
export function isReachable(name: string, { group, rows, settlements, isComplete, activity, notices, transfers }: Known): boolean {
  const isFor = (nameOf: (id: string) => string) => (id: string) => nameOf(id) === name;
  switch (name.slice(0, name.indexOf(' '))) {
    case 'refused':
      return notices.value.some(({ id }) => isFor(draftName.refused)(id));
    case 'member':
      return Object.values(group.value?.members ?? {}).some((member) => isPresent(member) && isFor(draftName.member)(member.id));
    case 'payment': {
      // Debts that are not simplified may have to be asked for first.
      if (!group.value?.settings.simplifyDebts) return true;
      return Object.entries(transfers.value).some(([currency, owed]) =>
        owed.some((transfer) => draftName.payment({ ...transfer, currency }) === name),
      );
    }
    case 'edit':
    case 'copy': {
      const isIts = (id: string) => isFor(draftName.edit)(id) || isFor(draftName.copy)(id);
      const isHere =
        rows.value.some(({ expense }) => isIts(expense.id)) || settlements.value.some(({ settlement }) => isIts(settlement.id));
      const isDeleted = activity.value.some(
        ({ entity }) => 'deletedAt' in entity.state && entity.state.deletedAt !== null && isIts(entity.state.id),
      );
      return isHere || !(isComplete.value || isDeleted);
    }
    default:
      return true;
  }
}
