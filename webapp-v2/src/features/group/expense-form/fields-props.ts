import type { People } from '../people.ts';
import type { CheckedForm } from './check.ts';
import type { ExpenseForm } from './form.ts';

/** What every part of the form of an expense is drawn from. */
export interface FieldsProps {
  form: ExpenseForm;
  checked: CheckedForm;
  /** The reader has asked to save: missing things may be called missing now. */
  asked: boolean;
  people: People;
  members: readonly string[];
  onChange: (patch: Partial<ExpenseForm>) => void;
}
