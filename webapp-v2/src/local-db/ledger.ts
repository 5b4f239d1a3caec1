import type {
  EntityState,
  Expense,
  ExpenseEdit,
  LedgerRow,
  NewExpense,
  NewSettlement,
  Settlement,
  SettlementEdit,
} from '@splitifyd/shared/contract';

/** A new expense as it is typed: its id is chosen by the form, or made when it is queued. */
export type ExpenseDraft = Omit<NewExpense, 'id'>;
export type SettlementDraft = Omit<NewSettlement, 'id'>;
export type { ExpenseEdit, SettlementEdit };

/** What members write into a group's ledger, and in which forms it is typed. */
export interface Ledger {
  expense: { entity: Expense; draft: ExpenseDraft; edit: ExpenseEdit };
  settlement: { entity: Settlement; draft: SettlementDraft; edit: SettlementEdit };
}

export type EntityKind = keyof Ledger;
export type EntityOf<Kind extends EntityKind> = Ledger[Kind]['entity'];

export type { LedgerRow };

export const isLedgerRow = (entity: EntityState): entity is LedgerRow => entity.kind === 'expense' || entity.kind === 'settlement';
