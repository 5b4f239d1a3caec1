import { type Signal, signal } from '@preact/signals';
import type { Expense } from '@splitifyd/shared/contract';
import type { ExpenseForm } from './form.ts';

/** What the typing began from. */
export interface DraftOrigin {
  /** The expense as its editor has seen it; null for a new one. */
  expense: Expense | null;
  form: ExpenseForm;
}

/** A form that is being filled in, whether its sheet is open or not. */
export interface KeptDraft {
  form: Signal<ExpenseForm>;
  origin: Signal<DraftOrigin>;
}

/** Half-typed expenses by what they are for (see `draftKey`): they outlive their sheets and pages, until saved or given up. */
export type ExpenseDrafts = Map<string, KeptDraft>;

export const draftKey = (groupId: string, expenseId: string | null): string => `${groupId}/${expenseId ?? 'new'}`;

export const createDraft = (form: ExpenseForm, expense: Expense | null): KeptDraft => ({
  form: signal(form),
  origin: signal({ expense, form }),
});

export const isTouched = ({ form, origin }: KeptDraft): boolean => form.value !== origin.value.form;
