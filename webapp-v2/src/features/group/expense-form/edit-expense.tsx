import type { Expense } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice, OpenGroup } from '../../../stores/open-group.ts';
import type { People } from '../people.ts';
import { Conflict } from './conflict.tsx';
import { createDraft, draftKey, type ExpenseDrafts, type KeptDraft } from './drafts.ts';
import { editOf } from './edit-of.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { formOf } from './form.ts';

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

/** Edits what its editor has seen: a newer version is shown beside the form, and only a choice moves the form on to it [INV9]. */
export function EditExpense({ groupId, expense, store, people, drafts, notice, onClose }: EditExpenseProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const key = draftKey(groupId, notice?.id ?? expense.id);
  const [draft] = useState(() => {
    const kept = drafts.get(key) ?? startDraft(expense, notice, i18n);
    drafts.set(key, kept);
    return kept;
  });
  const seen = draft.base.value ?? expense;
  // A newer version with the same content is this reader's own change, confirmed by the server.
  const isConflict = expense.version > seen.version && editOf(seen, expense) !== null;
  const base = isConflict ? seen : expense;

  return (
    <ExpenseSheet
      title={t('expense.editTitle')}
      form={draft.form}
      seed={expense.id}
      people={people}
      members={membersOf(expense, people)}
      remark={
        isConflict && (
          <Conflict
            theirs={expense}
            people={people}
            onTakeTheirs={() => {
              draft.base.value = expense;
              draft.form.value = formOf(expense, i18n);
            }}
            onKeepMine={() => {
              draft.base.value = expense;
            }}
          />
        )
      }
      onSave={(content) => {
        drafts.delete(key);
        if (notice) store.dismiss(notice.id);
        onClose();
        const edit = editOf(base, content);
        if (edit) store.editExpense(expense.id, edit, base.version);
      }}
      onClose={() => {
        if (draft.form.value === draft.start) drafts.delete(key);
        onClose();
      }}
    />
  );
}

/** A refused edit is laid over what the expense is now, and still has to be told apart from it. */
function startDraft(expense: Expense, notice: Notice | null, i18n: I18n): KeptDraft {
  const start = formOf(expense, i18n);
  const draft = createDraft(start, expense);
  if (notice?.draft) draft.form.value = formOf({ ...expense, ...definedOf(notice.draft) }, i18n);
  return draft;
}

type Edit = NonNullable<Notice['draft']>;

const definedOf = (edit: Edit): Partial<Expense> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<Expense>;

/** Whoever left stays to choose where the expense names them already. */
const membersOf = ({ payers, shares }: Expense, people: People): string[] =>
  people.all.filter(({ id, status }) => status !== 'left' || id in payers || id in shares).map(({ id }) => id);
