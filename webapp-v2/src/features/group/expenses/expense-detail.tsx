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
  const { t, percent } = useI18n();
  const { mode, entries } = expense.split;
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
        title={mode === 'shares' ? t('expense.shares') : `${t('expense.shares')} · ${t(`mode.${mode}`)}`}
        parts={expense.shares}
        currency={expense.currency}
        people={people}
        enteredFor={(id) => {
          const entry = entries[id];
          if (entry === undefined) return null;
          return mode === 'percent' ? percent(entry) : mode === 'shares' ? t('expense.shareCount', { count: entry }) : null;
        }}
      />
    </DetailSheet>
  );
}

interface PartsProps {
  title: string;
  parts: Readonly<Record<string, Minor>>;
  currency: string;
  people: People;
  /** What the part was reckoned from; null where it is the amount itself. */
  enteredFor?: (memberId: string) => string | null;
}

function Parts({ title, parts, currency, people, enteredFor = () => null }: PartsProps) {
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
            <dd class="detail-part">
              <span class="quiet">{enteredFor(id)}</span> <Amount value={part} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
