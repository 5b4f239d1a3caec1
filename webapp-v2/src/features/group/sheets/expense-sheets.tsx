import { type Expense, mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Missing } from '../editing/missing.tsx';
import { EditExpense } from '../expense-form/edit-expense.tsx';
import { NewExpense } from '../expense-form/new-expense.tsx';
import { ExpenseDetail } from '../expenses/expense-detail.tsx';
import type { StateOf } from './follow.ts';
import { FollowedSheet } from './followed-sheet.tsx';
import type { ExpenseSheetKind, SheetProps } from './open-sheet.ts';

const stateOf: StateOf<Expense> = (entity) => (entity.kind === 'expense' ? entity.state : null);

/** The sheets about expenses; what they show is looked up at every change. */
export function ExpenseSheets(props: SheetProps<ExpenseSheetKind>) {
  const { store, people, open, onShow } = props;
  const { t } = useI18n();
  const close = () => onShow(null);
  const notice = open.kind === 'refusedExpense' ? open.notice : undefined;
  const missing = <Missing title={t('expense.missing')} onClose={close} />;
  if (open.kind === 'newExpense' || notice?.action === 'create') return <NewExpense {...props} notice={notice} onClose={close} />;

  const expenseId = open.kind === 'refusedExpense' ? open.notice.entityId : open.expenseId;
  const role = store.me.value?.role ?? null;
  return (
    <FollowedSheet
      key={notice?.id ?? `${open.kind} ${expenseId}`}
      id={expenseId}
      stateOf={stateOf}
      now={store.rows.value.find(({ expense }) => expense.id === expenseId)?.expense}
      known={notice?.current}
      store={store}
      missing={notice?.draft ? <NewExpense {...props} notice={notice} onClose={close} /> : missing}
      onClose={close}
    >
      {({ entry: expense, deletedBy }) => {
        if (open.kind === 'copyExpense') return <NewExpense {...props} copyOf={expense} onClose={close} />;
        if (open.kind !== 'expense') {
          return <EditExpense {...props} notice={notice} expense={expense} deletedBy={deletedBy} onClose={close} />;
        }
        if (deletedBy !== null) return missing;
        return (
          <ExpenseDetail
            expense={expense}
            people={people}
            onEdit={mayCall('updateExpense', role) ? () => onShow({ kind: 'editExpense', expenseId }) : null}
            onDuplicate={mayCall('createExpense', role) ? () => onShow({ kind: 'copyExpense', expenseId }) : null}
            onDelete={
              mayCall('deleteExpense', role)
                ? () => {
                    close();
                    store.deleteExpense(expenseId);
                  }
                : null
            }
            onClose={close}
          />
        );
      }}
    </FollowedSheet>
  );
}
