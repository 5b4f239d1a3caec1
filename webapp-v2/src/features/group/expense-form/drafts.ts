import { type Signal, signal } from '@preact/signals';
import type { Expense } from '@splitifyd/shared/contract';
import type { ExpenseForm } from './form.ts';

/** A form that is being filled in, whether its sheet is open or not. */
export interface KeptDraft {
  form: Signal<ExpenseForm>;
  /** The expense as its editor has seen it; null for a new one. */
  base: Signal<Expense | null>;
  /** As it was before anything was typed. */
  start: ExpenseForm;
}

/** Half-typed expenses by what they are for (see `draftKey`): they outlive their sheets and pages, until saved or given up. */
export type ExpenseDrafts = Map<string, KeptDraft>;

export const draftKey = (groupId: string, expenseId: string | null): string => `${groupId}/${expenseId ?? 'new'}`;

export function createDraft(start: ExpenseForm, base: Expense | null): KeptDraft {
  return { form: signal(start), base: signal(base), start };
}

export const isTouched = ({ form, start }: KeptDraft): boolean => form.value !== start;
