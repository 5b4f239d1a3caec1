import { type Expense, withoutUndefined } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/open-group.ts';
import { Conflict, DeletedMeanwhile } from '../editing/conflict.tsx';
import { type DraftOrigin, type Drafts, isTouched } from '../editing/drafts.ts';
import { layOver, unitsOf } from '../editing/rebase.ts';
import { Restored } from '../editing/restored.tsx';
import { useEditing } from '../editing/use-editing.ts';
import { paidText } from '../expenses/expense-item.tsx';
import type { People } from '../people.ts';
import { editOf } from './edit-of.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { type ExpenseForm, formOf } from './form.ts';
import { EXPENSE_UNITS, editableExpense } from './units.ts';

export interface EditExpenseProps {
  /** As it is now, or was before somebody deleted it: it may change while the sheet is open. */
  expense: Expense;
  /** Whoever deleted it while it was open; null while it is there. */
  deletedBy: string | null;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** A change of it that was refused, to be looked at again. */
  notice?: NoticeOf<'expense'>;
  onClose: () => void;
}

export function EditExpense({ expense, deletedBy, store, people, drafts, notice, onClose }: EditExpenseProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const name = notice ? `refused ${notice.id}` : `edit of ${expense.id}`;
  const [{ draft, restored }] = useState(() =>
    drafts.open<ExpenseForm, Expense>(name, () => ({ entity: expense, form: formOf(expense, i18n) })),
  );
  useState(() => notice && layRefused(draft, expense, notice, i18n));
  const { seen, isConflict, moveOn } = useEditing(editableExpense(i18n), draft, deletedBy === null ? expense : null);

  const remark = () => {
    if (deletedBy !== null) return <DeletedMeanwhile title={t('expense.deletedMeanwhile', { name: people.nameOf(deletedBy) })} />;
    if (isConflict) {
      return (
        <Conflict
          title={t('expense.changedMeanwhile', { name: people.nameOf(expense.updatedBy) })}
          theirs={`“${expense.description}”, ${paidText(expense, people, i18n)}, ${t(`mode.${expense.split.mode}`)}, ${i18n.date(expense.date)}`}
          onTakeTheirs={() => moveOn(false)}
          onKeepMine={() => moveOn(true)}
        />
      );
    }
    if (!restored || !isTouched(draft)) return null;
    return (
      <Restored
        onStartOver={() => {
          draft.form.value = draft.origin.value.form;
        }}
      />
    );
  };

  return (
    <ExpenseSheet
      title={t('expense.editTitle')}
      saveText={deletedBy === null ? t('action.save') : t('expense.addAnew')}
      form={draft.form}
      seed={expense.id}
      people={people}
      members={membersOf(expense, people, deletedBy === null)}
      remark={remark()}
      onSave={(content) => {
        drafts.drop(name);
        if (notice) store.dismiss(notice.id);
        onClose();
        if (deletedBy !== null) return void store.addExpense(content);
        const edit = seen && editOf(seen, content);
        if (edit) store.editExpense(expense.id, edit, seen.version);
      }}
      onClose={onClose}
    />
  );
}

/** A refused edit is laid over what the expense is now, and still has to be told apart from it. */
function layRefused(
  { form, origin }: { form: { value: ExpenseForm }; origin: { value: DraftOrigin<ExpenseForm, Expense> } },
  expense: Expense,
  { draft }: NoticeOf<'expense'>,
  i18n: I18n,
): void {
  if (!draft || form.value !== origin.value.form) return;
  const typed = formOf({ ...expense, ...withoutUndefined(draft) }, i18n);
  form.value = layOver(EXPENSE_UNITS, form.value, typed, unitsOf(EXPENSE_UNITS, draft));
}

/** Whoever left stays to choose where the expense names them already, but cannot be part of a new one. */
const membersOf = ({ payers, shares }: Expense, people: People, named: boolean): string[] =>
  people.all.filter(({ id, status }) => status !== 'left' || (named && (id in payers || id in shares))).map(({ id }) => id);
