import { useSignal } from '@preact/signals';
import type { Expense } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { asCategory } from '../categories.ts';
import type { People } from '../people.ts';
import './expense-detail.css';

export interface ExpenseDetailProps {
  expense: Expense;
  people: People;
  mayEdit: boolean;
  mayDelete: boolean;
  onEdit: () => void;
  onDelete: () => void;
  onClose: () => void;
}

export function ExpenseDetail({ expense, people, mayEdit, mayDelete, onEdit, onDelete, onClose }: ExpenseDetailProps) {
  const { t, date } = useI18n();
  const deleting = useSignal(false);
  const askToDelete = (asked: boolean) => () => {
    deleting.value = asked;
  };
  return (
    <Sheet
      title={expense.description}
      onClose={onClose}
      footer={
        deleting.value ? (
          <>
            <Button onClick={askToDelete(false)}>{t('expense.keep')}</Button>
            <Button look="danger" onClick={onDelete}>
              {t('action.delete')}
            </Button>
          </>
        ) : (
          (mayEdit || mayDelete) && (
            <>
              {mayDelete && (
                <Button look="danger" onClick={askToDelete(true)}>
                  {t('action.delete')}…
                </Button>
              )}
              {mayEdit && (
                <Button look="primary" onClick={onEdit}>
                  {t('action.edit')}
                </Button>
              )}
            </>
          )
        )
      }
    >
      {deleting.value && (
        <div role="alert">
          <Notice tone="wrong" title={t('expense.deleteTitle', { description: expense.description })}>
            <p>{t('expense.deleteHint')}</p>
          </Notice>
        </div>
      )}
      <p class="detail-amount">
        <Amount value={expense.amount} currency={expense.currency} size="large" />
        <span class="quiet">
          {date(expense.date)} · {t(`category.${asCategory(expense.category)}`)}
        </span>
      </p>
      <Parts title={t('expense.paidBy')} parts={expense.payers} currency={expense.currency} people={people} />
      <Parts
        title={`${t('expense.shares')} · ${t(`mode.${expense.split.mode}`)}`}
        parts={expense.shares}
        currency={expense.currency}
        people={people}
      />
      {expense.note && <p class="detail-note">{expense.note}</p>}
      <Authorship expense={expense} people={people} />
    </Sheet>
  );
}

interface PartsProps {
  title: string;
  parts: Readonly<Record<string, Minor>>;
  currency: string;
  people: People;
}

function Parts({ title, parts, currency, people }: PartsProps) {
  const listed = people.all.flatMap(({ id }) => {
    const part = parts[id];
    return part === undefined ? [] : [{ id, part }];
  });
  return (
    <section>
      <h3 class="detail-heading">{title}</h3>
      <dl class="detail-parts">
        {listed.map(({ id, part }) => (
          <div key={id} class="detail-part">
            <dt>{people.labelOf(id)}</dt>
            <dd>
              <Amount value={part} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Authorship({ expense, people }: { expense: Expense; people: People }) {
  const { t, relative } = useI18n();
  return (
    <p class="quiet detail-authorship">
      {t('expense.addedBy', { name: people.insideNameOf(expense.createdBy), when: relative(expense.createdAt) })}
      {expense.version > 1 && (
        <>
          <br />
          {t('expense.changedBy', { name: people.insideNameOf(expense.updatedBy), when: relative(expense.updatedAt) })}
        </>
      )}
    </p>
  );
}
