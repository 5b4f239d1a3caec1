import { type Expense, isPresent, mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useEntityDraft } from '../editing/use-entity-draft.tsx';
import type { People } from '../people.ts';
import { meanwhileText } from '../words/meanwhile-text.ts';
import { editOf } from './edit-of.ts';
import { expenseFacts } from './expense-facts.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { editableExpense } from './units.ts';

interface EditExpenseProps {
  /** As it is now, or was before somebody deleted it: it may change while the sheet is open. */
  expense: Expense;
  /** Whoever deleted it while it was open; null while it is there. */
  deletedBy: string | null;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** A change of it that was refused, to be looked at again. */
  notice?: NoticeOf<'expense'> | undefined;
  onClose: () => void;
}

export function EditExpense({ expense, deletedBy, store, people, drafts, notice, onClose }: EditExpenseProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { draft, seen, isConflict, remark, discard } = useEntityDraft(editableExpense(i18n), {
    entity: expense,
    deletedBy,
    drafts,
    refused: notice,
    words: {
      changed: meanwhileText('expense.changedMeanwhile', expense.updatedBy, people, i18n),
      theirs: (units) => expenseFacts(expense, units, people, i18n),
      deleted: (memberId) => meanwhileText('expense.deletedMeanwhile', memberId, people, i18n),
    },
  });
  return (
    <ExpenseSheet
      title={t('expense.editTitle')}
      saveText={deletedBy === null ? t('action.save') : t('editing.addAnew')}
      form={draft.form}
      isAllowed={mayCall('updateExpense', store.me.value?.role ?? null)}
      seed={expense.id}
      people={people}
      members={membersOf(expense, people, deletedBy === null)}
      remark={remark}
      isHeld={isConflict}
      onSave={(content) => {
        discard();
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

/** Whoever left stays to choose where the expense names them already, but cannot be part of a new one. */
const membersOf = ({ payers, shares }: Expense, people: People, named: boolean): string[] =>
  people.all.filter((member) => isPresent(member) || (named && (member.id in payers || member.id in shares))).map(({ id }) => id);
