import type { Expense, Settlement } from '@splitifyd/shared/contract';
import { type Explanation, pairwiseEffect, type Transfer } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { ExpenseRow, SettlementRow } from '../../../stores/group/open-group.ts';
import { entityOf, isExpense, mergeLines } from '../ledger/lines.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';
import type { Posting } from './postings-list.tsx';

/** What made up a member's balance, newest first. */
export function balancePostings({ entries, currency }: Explanation<Expense, Settlement>, people: People, i18n: I18n): Posting[] {
  const { t, money } = i18n;
  return [...entries]
    .sort((a, b) => (a.of.date < b.of.date ? 1 : a.of.date > b.of.date ? -1 : b.of.createdAt - a.of.createdAt))
    .map((entry): Posting => {
      const { effect, paid, share } = entry;
      const date = i18n.date(entry.of.date);
      if (entry.kind === 'settlement') {
        return { id: entry.of.id, what: settlementTitle(entry.of, people, i18n), details: date, effect };
      }
      const parts =
        paid === 0
          ? t('explain.share', { share: money(share, currency) })
          : share === 0
            ? t('explain.paid', { paid: money(paid, currency) })
            : t('explain.paidShare', { paid: money(paid, currency), share: money(share, currency) });
      return { id: entry.of.id, what: entry.of.description, details: `${date} · ${parts}`, effect };
    });
}

/** What made up the debt of one member to another, newest first: above zero raises it. */
export function pairPostings(
  { from, to, currency }: Pick<Transfer, 'from' | 'to'> & { currency: string },
  expenses: readonly ExpenseRow[],
  settlements: readonly SettlementRow[],
  people: People,
  i18n: I18n,
): Posting[] {
  const owedIn = (debts: readonly Transfer[]): number =>
    debts.reduce((sum, debt) => {
      if (debt.from === from && debt.to === to) return sum + debt.amount;
      return debt.from === to && debt.to === from ? sum - debt.amount : sum;
    }, 0);
  return mergeLines(expenses, settlements).flatMap((line): Posting[] => {
    const entity = entityOf(line);
    if (entity.currency !== currency) return [];
    // Whoever got money owes it back.
    const debts = isExpense(line)
      ? pairwiseEffect(line.expense)
      : [{ from: line.settlement.to, to: line.settlement.from, amount: line.settlement.amount }];
    const effect = owedIn(debts);
    const what = isExpense(line) ? line.expense.description : settlementTitle(line.settlement, people, i18n);
    return effect === 0 ? [] : [{ id: entity.id, what, details: i18n.date(entity.date), effect }];
  });
}
