import type { Expense } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import { Amount } from '../../../ui/amount.tsx';
import type { People } from '../people.ts';

export interface ExpenseItemProps {
  expense: Expense;
  pending: boolean;
  /** Only the first row of a day writes the day into the margin. */
  firstOfDay: boolean;
  /** Somebody else who changed it just now. */
  changedBy: string | null;
  people: People;
  onOpen: (expenseId: string) => void;
}

export function ExpenseItem({ expense, pending, firstOfDay, changedBy, people, onOpen }: ExpenseItemProps) {
  const i18n = useI18n();
  const { t, day, weekday, date } = i18n;
  return (
    <li class={changedBy ? 'expense expense-arrived' : 'expense'}>
      <time class="expense-day" dateTime={expense.date}>
        <span class="visually-hidden">{date(expense.date)}</span>
        {firstOfDay && (
          <>
            <span class="expense-day-number" aria-hidden="true">
              {day(expense.date)}
            </span>
            <span class="expense-day-name" aria-hidden="true">
              {weekday(expense.date)}
            </span>
          </>
        )}
      </time>
      <button type="button" class="expense-button" onClick={() => onOpen(expense.id)}>
        <span class="expense-what">
          <span class="expense-description">{expense.description}</span>
          <span class="expense-who">
            {paidText(expense, people, i18n)}
            {pending && <span class="expense-pending"> · {t('expenses.pending')}</span>}
            {changedBy && <span class="expense-changed"> · {t('expenses.changedBy', { name: people.nameOf(changedBy) })}</span>}
          </span>
        </span>
        <OwnPart expense={expense} me={people.me} />
      </button>
    </li>
  );
}

export function paidText({ payers, amount, currency }: Expense, people: People, { t, money }: I18n): string {
  const [first, ...others] = Object.keys(payers);
  const total = money(amount, currency);
  if (first === undefined || others.length > 0) return t('expenses.severalPaid', { count: Object.keys(payers).length, amount: total });
  return first === people.me ? t('expenses.youPaid', { amount: total }) : t('expenses.paid', { name: people.nameOf(first), amount: total });
}

/** What the expense does to the reader's balance, in a word and a signed amount. */
function OwnPart({ expense, me }: { expense: Expense; me: string | null }) {
  const { t } = useI18n();
  const { payers, shares, currency } = expense;
  if (me === null || (!(me in payers) && !(me in shares))) return <span class="expense-own quiet">{t('expenses.notInvolved')}</span>;
  const effect = minor((payers[me] ?? 0) - (shares[me] ?? 0));
  if (effect === 0) return <span class="expense-own quiet">{t('expenses.even')}</span>;
  return (
    <span class="expense-own">
      <span class={effect > 0 ? 'expense-own-words owed' : 'expense-own-words owe'}>
        {t(effect > 0 ? 'expenses.lent' : 'expenses.borrowed')}
      </span>{' '}
      <Amount value={effect} currency={currency} balance />
    </span>
  );
}
