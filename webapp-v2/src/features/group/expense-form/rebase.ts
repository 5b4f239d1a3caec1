import type { Expense } from '@splitifyd/shared/contract';
import type { ExpenseEdit } from '../../../stores/open-group.ts';
import { editOf } from './edit-of.ts';
import type { ExpenseForm } from './form.ts';

/** What conflicts are about: what divides the money is one thing, as on the server. */
const UNITS = {
  description: ['description'],
  date: ['date'],
  category: ['category'],
  note: ['note'],
  amount: ['amount', 'currency', 'payer', 'several', 'paid', 'mode', 'among', 'entries'],
} as const satisfies Record<string, readonly (keyof ExpenseForm)[]>;

type Unit = keyof typeof UNITS;
const ALL_UNITS = Object.keys(UNITS) as Unit[];

/** What was typed since `start`; forms change by replacing what they hold. */
export const touchedUnits = (start: ExpenseForm, mine: ExpenseForm): Unit[] =>
  ALL_UNITS.filter((unit) => UNITS[unit].some((field) => mine[field] !== start[field]));

/** Whether somebody changed from `seen` to `now` what was typed over here as well. Other changes merge by themselves. */
export function conflicts(seen: Expense, now: Expense, start: ExpenseForm, mine: ExpenseForm): boolean {
  const theirs = editOf(seen, now);
  return theirs !== null && touchedUnits(start, mine).some((unit) => unit in theirs);
}

/** Theirs with mine laid over it: what was not typed over here becomes theirs. */
export const rebase = (start: ExpenseForm, mine: ExpenseForm, theirs: ExpenseForm): ExpenseForm =>
  layOver(theirs, mine, touchedUnits(start, mine));

/** The units of an edit that was sent. */
export const unitsOf = (edit: ExpenseEdit): Unit[] => ALL_UNITS.filter((unit) => edit[unit] !== undefined);

/** `form` with some units of another one. */
export function layOver(form: ExpenseForm, upper: ExpenseForm, units: readonly Unit[]): ExpenseForm {
  const fields = units.flatMap((unit): readonly (keyof ExpenseForm)[] => UNITS[unit]);
  return fields.length === 0 ? form : { ...form, ...Object.fromEntries(fields.map((field) => [field, upper[field]])) };
}
