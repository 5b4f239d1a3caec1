import type { Expense } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { asCategory } from '../categories.ts';
import { DetailSheet } from '../details/detail-sheet.tsx';
import type { People } from '../people.ts';

interface ExpenseDetailProps {
  expense: Expense;
  people: People;
  /** Null where the reader may not. */
  onEdit: (() => void) | null;
  onDuplicate: (() => void) | null;
  onDelete: (() => void) | null;
  onClose: () => void;
}

export function ExpenseDetail({ expense, people, onEdit, onDuplicate, onDelete, onClose }: ExpenseDetailProps) {
  const { t } = useI18n();
  return (
    <DetailSheet
      title={expense.description}
      entity={expense}
      kind={t(`category.${asCategory(expense.category)}`)}
      added="expense.addedBy"
      people={people}
      onEdit={onEdit}
      onDelete={onDelete}
      action={onDuplicate && <Button onClick={onDuplicate}>{t('expense.duplicate')}</Button>}
      onClose={onClose}
    >
      <Parts title={t('expense.paidBy')} parts={expense.payers} currency={expense.currency} people={people} />
      <Parts
        title={`${t('expense.shares')} · ${t(`mode.${expense.split.mode}`)}`}
        parts={expense.shares}
        currency={expense.currency}
        people={people}
      />
    </DetailSheet>
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
      <dl class="sums">
        {listed.map(({ id, part }) => (
          <div key={id}>
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
