import { mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Missing } from '../editing/missing.tsx';
import { EditExpense } from '../expense-form/edit-expense.tsx';
import { NewExpense } from '../expense-form/new-expense.tsx';
import { ExpenseDetail } from '../expenses/expense-detail.tsx';
import type { ExpenseSheetKind, SheetProps } from './open-sheet.ts';
import { useFollowed } from './use-followed.ts';

type Props = SheetProps<ExpenseSheetKind>;

/** The sheets about expenses; what they show is looked up at every change. */
export function ExpenseSheets(props: Props) {
  const { open } = props;
  const close = () => props.onShow(null);
  if (open.kind === 'newExpense') return <NewExpense {...props} onClose={close} />;
  if (open.kind !== 'refusedExpense') return <OneExpense key={`${open.kind} ${open.expenseId}`} {...props} expenseId={open.expenseId} />;
  const { notice } = open;
  if (notice.action === 'create') return <NewExpense {...props} notice={notice} onClose={close} />;
  return <OneExpense key={notice.id} {...props} expenseId={notice.entityId} />;
}

function OneExpense({ expenseId, ...props }: Props & { expenseId: string }) {
  const { store, people, open, onShow } = props;
  const { t } = useI18n();
  const notice = open.kind === 'refusedExpense' ? open.notice : undefined;
  const row = store.rows.value.find(({ expense }) => expense.id === expenseId);
  const followed = useFollowed(row?.expense ?? notice?.current, store);
  const close = () => onShow(null);
  if (!followed || followed.entity.deletedAt !== null) return <Missing title={t('expense.missing')} onClose={close} />;
  const { entity: expense, deletedBy } = followed;

  if (open.kind === 'copyExpense') return <NewExpense {...props} copyOf={expense} onClose={close} />;
  if (open.kind !== 'expense')
    return <EditExpense {...props} {...(notice && { notice })} expense={expense} deletedBy={deletedBy} onClose={close} />;
  if (deletedBy !== null) return <Missing title={t('expense.missing')} onClose={close} />;
  const role = store.me.value?.role ?? null;
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
}
