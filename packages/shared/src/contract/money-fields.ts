import type { Expense, Settlement } from './entities.ts';

/** Fields that move money. Those of one entity are a unit: an edit names all of them or none, and a conflict in one is a conflict in all. */
export const EXPENSE_MONEY = ['amount', 'currency', 'payers', 'split'] as const satisfies (keyof Expense)[];
export const SETTLEMENT_MONEY = ['from', 'to', 'amount', 'currency'] as const satisfies (keyof Settlement)[];

const MONEY = { expense: new Set<string>(EXPENSE_MONEY), settlement: new Set<string>(SETTLEMENT_MONEY) };

/** Whether one of the fields moves money: one is enough to tell. */
export const movesMoney = (kind: keyof typeof MONEY, fields: readonly string[]): boolean => fields.some((field) => MONEY[kind].has(field));
