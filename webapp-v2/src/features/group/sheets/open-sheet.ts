import type { Group, Member } from '@splitifyd/shared/contract';
import type { NoticeOf, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import type { People } from '../people.ts';
import type { Suggestion } from '../settle/new-settlement.tsx';

/** `refused…`: a change that was not saved, to be looked at again. */
export type ExpenseSheetKind =
  | { kind: 'newExpense' }
  | { kind: 'copyExpense'; expenseId: string }
  | { kind: 'expense'; expenseId: string }
  | { kind: 'editExpense'; expenseId: string }
  | { kind: 'refusedExpense'; notice: NoticeOf<'expense'> };

export type SettlementSheetKind =
  | { kind: 'newSettlement'; suggestion: Suggestion | null }
  | { kind: 'settlement'; settlementId: string }
  | { kind: 'editSettlement'; settlementId: string }
  | { kind: 'refusedSettlement'; notice: NoticeOf<'settlement'> };

export type ExplainSheetKind =
  | { kind: 'explainBalance'; memberId: string; currency: string }
  | { kind: 'explainTransfer'; suggestion: Suggestion };

/** What lies over the page; at most one sheet does. An invitation is made in one of its own. */
export type OpenSheet =
  | ExpenseSheetKind
  | SettlementSheetKind
  | ExplainSheetKind
  | { kind: 'member'; member: Member }
  | { kind: 'settings' };

/** What every sheet works with. */
export interface SheetProps<Kind> {
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: Drafts;
  open: Kind;
  onShow: (sheet: OpenSheet | null) => void;
}
