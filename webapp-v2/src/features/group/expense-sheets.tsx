import type { Group } from '@splitifyd/shared/contract';
import { mayCall } from '@splitifyd/shared/contract';
import type { Notice, OpenGroup } from '../../stores/open-group.ts';
import type { ExpenseDrafts } from './expense-form/drafts.ts';
import { EditExpense } from './expense-form/edit-expense.tsx';
import { NewExpense } from './expense-form/new-expense.tsx';
import { ExpenseDetail } from './expenses/expense-detail.tsx';
import { MissingExpense } from './expenses/missing-expense.tsx';
import type { People } from './people.ts';

/** `review`: a change that was not saved, to be looked at again. */
export type OpenSheet =
  | { kind: 'new' }
  | { kind: 'detail'; expenseId: string }
  | { kind: 'edit'; expenseId: string }
  | { kind: 'review'; notice: Notice };

export interface ExpenseSheetsProps {
  groupId: string;
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: ExpenseDrafts;
  open: OpenSheet | null;
  onShow: (sheet: OpenSheet | null) => void;
}

/** At most one sheet over the page. It looks its expense up at every change, and says so when the expense has gone. */
export function ExpenseSheets(props: ExpenseSheetsProps) {
  const { store, people, open, onShow } = props;
  if (!open) return null;
  const close = () => onShow(null);
  const role = store.me.value?.role ?? null;
  const find = (expenseId: string) => store.rows.value.find(({ expense }) => expense.id === expenseId)?.expense;

  switch (open.kind) {
    case 'new':
      return <NewExpense {...props} notice={null} onClose={close} />;
    case 'detail': {
      const expense = find(open.expenseId);
      if (!expense) return <MissingExpense onClose={close} />;
      return (
        <ExpenseDetail
          expense={expense}
          people={people}
          mayEdit={mayCall('updateExpense', role)}
          mayDelete={mayCall('deleteExpense', role)}
          onEdit={() => onShow({ kind: 'edit', expenseId: expense.id })}
          onDelete={() => {
            close();
            store.deleteExpense(expense.id);
          }}
          onClose={close}
        />
      );
    }
    case 'edit': {
      const expense = find(open.expenseId);
      if (!expense) return <MissingExpense onClose={close} />;
      return <EditExpense {...props} key={expense.id} expense={expense} notice={null} onClose={close} />;
    }
    case 'review': {
      const { notice } = open;
      if (notice.action === 'create') return <NewExpense {...props} notice={notice} onClose={close} />;
      const expense = find(notice.expenseId) ?? notice.current;
      if (!expense || expense.deletedAt !== null) return <MissingExpense onClose={close} />;
      return <EditExpense {...props} key={notice.id} expense={expense} notice={notice} onClose={close} />;
    }
  }
}
