import type { Expense } from '@splitifyd/shared/contract';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice, OpenGroup } from '../../../stores/open-group.ts';
import type { People } from '../people.ts';
import { Conflict } from './conflict.tsx';
import { createDraft, draftKey, type ExpenseDrafts, isTouched, type KeptDraft } from './drafts.ts';
import { editOf } from './edit-of.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { formOf } from './form.ts';
import { conflicts, layOver, rebase, unitsOf } from './rebase.ts';

export interface EditExpenseProps {
  groupId: string;
  /** As it is now: it may change while the sheet is open. */
  expense: Expense;
  store: OpenGroup;
  people: People;
  drafts: ExpenseDrafts;
  /** A change of it that was refused, to be looked at again. */
  notice: Notice | null;
  onClose: () => void;
}

/**
 * Edits what its editor has seen [INV9]. What others change meanwhile joins the form where nothing was typed over it; where
 * something was, theirs is shown beside the form and a choice moves it on.
 */
export function EditExpense({ groupId, expense, store, people, drafts, notice, onClose }: EditExpenseProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const key = draftKey(groupId, notice?.id ?? expense.id);
  const [draft] = useState(() => {
    const kept = drafts.get(key) ?? startDraft(expense, notice, i18n);
    drafts.set(key, kept);
    return kept;
  });
  const { form, origin } = draft;
  const seen = origin.value.expense ?? expense;
  const isNewer = expense.version > seen.version;
  const isConflict = isNewer && conflicts(seen, expense, origin.value.form, form.value);

  /** Moves the form on to the expense as it is now, with or without what was typed. */
  const moveOn = (keepMine: boolean) => {
    const theirs = formOf(expense, i18n);
    form.value = keepMine ? rebase(origin.value.form, form.value, theirs) : theirs;
    origin.value = { expense, form: theirs };
  };
  useLayoutEffect(() => {
    if (isNewer && !isConflict) moveOn(true);
  }, [expense, isNewer, isConflict]);

  return (
    <ExpenseSheet
      title={t('expense.editTitle')}
      form={form}
      seed={expense.id}
      people={people}
      members={membersOf(expense, people)}
      remark={
        isConflict && <Conflict theirs={expense} people={people} onTakeTheirs={() => moveOn(false)} onKeepMine={() => moveOn(true)} />
      }
      onSave={(content) => {
        drafts.delete(key);
        if (notice) store.dismiss(notice.id);
        onClose();
        const edit = editOf(seen, content);
        if (edit) store.editExpense(expense.id, edit, seen.version);
      }}
      onClose={() => {
        if (!isTouched(draft)) drafts.delete(key);
        onClose();
      }}
    />
  );
}

/** A refused edit is laid over what the expense is now, and still has to be told apart from it. */
function startDraft(expense: Expense, notice: Notice | null, i18n: I18n): KeptDraft {
  const draft = createDraft(formOf(expense, i18n), expense);
  const refused = notice?.draft;
  if (refused) {
    const typed = formOf({ ...expense, ...definedOf(refused) }, i18n);
    draft.form.value = layOver(draft.form.value, typed, unitsOf(refused));
  }
  return draft;
}

type Edit = NonNullable<Notice['draft']>;

const definedOf = (edit: Edit): Partial<Expense> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<Expense>;

/** Whoever left stays to choose where the expense names them already. */
const membersOf = ({ payers, shares }: Expense, people: People): string[] =>
  people.all.filter(({ id, status }) => status !== 'left' || id in payers || id in shares).map(({ id }) => id);
