import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice } from '../../../stores/group/open-group.ts';

/** What was typed in a refused change, as a line of text to read or copy; empty for a deletion. */
export function refusedText({ draft }: Notice, { money, date: dated }: Pick<I18n, 'money' | 'date'>): string {
  if (!draft) return '';
  const { amount, currency, date, note } = draft;
  return [amount !== undefined && currency !== undefined && money(amount, currency), date !== undefined && dated(date), note]
    .filter((part) => part)
    .join(' · ');
}
