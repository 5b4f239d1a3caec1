import { type EndpointName, mayCall, rightsOver } from '@splitifyd/shared/contract';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { draftName } from './draft-name.ts';

export type Known = Pick<OpenGroup, 'group' | 'me' | 'rows' | 'settlements' | 'isComplete' | 'activity' | 'notices' | 'transfers'>;

/** Whether anything on the page leads to the draft of that name, as far as that can be told: in doubt it is. */
export function isReachable(name: string, known: Known): boolean {
  const role = known.me.value?.role ?? null;
  const endpoint = NEEDED[name] ?? NEEDED[kindOf(name)];
  return (endpoint === undefined || mayCall(endpoint, role)) && isThere(name, known);
}

const kindOf = (name: string): string => name.slice(0, name.indexOf(' '));

/** What its author must be allowed to do for a form to be offered to them, by the draft's name or the beginning of it. */
const NEEDED: Readonly<Record<string, EndpointName>> = {
  [draftName.newExpense]: 'createExpense',
  [draftName.newPayment]: 'createSettlement',
  [draftName.settings]: 'updateGroup',
  edit: 'updateExpense',
  copy: 'createExpense',
  payment: 'createSettlement',
};

function isThere(name: string, { group, me, rows, settlements, isComplete, activity, notices, transfers }: Known): boolean {
  switch (kindOf(name)) {
    case 'refused':
      return notices.value.some(({ id }) => draftName.refused(id) === name);
    case 'member':
      return Object.values(group.value?.members ?? {}).some(
        (member) => rightsOver(member, me.value).name && draftName.member(member.id) === name,
      );
    case 'payment': {
      // Debts that are not simplified may have to be asked for first.
      if (!group.value?.settings.simplifyDebts) return true;
      return Object.entries(transfers.value).some(([currency, owed]) =>
        owed.some((transfer) => draftName.payment({ ...transfer, currency }) === name),
      );
    }
    case 'edit':
    case 'copy': {
      const isIts = (id: string) => draftName.edit(id) === name || draftName.copy(id) === name;
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
