import { isCalendarDate } from '@splitifyd/shared/domain';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';

/** In which fields of the forms something is typed, in the order in which it is told. */
const TEXTS = ['description', 'displayName', 'name', 'note'];

/** What something is called by, the first that it has; where nothing was typed in it, it says what the rest is about. */
const TITLES = ['name', 'displayName', 'description'];

/**
 * What was typed in a kept draft, as lines of text to read or copy, for where no form can be opened any more. What was only
 * chosen, or is as the form proposed it, is left out. A draft may be of an older page, so nothing of it is taken for granted.
 */
export function draftText(draft: unknown, people: People, i18n: I18n): string {
  const form = fieldsOf(fieldsOf(draft).form);
  const start = fieldsOf(fieldsOf(fieldsOf(draft).origin).form);
  const isChanged = (field: string) => JSON.stringify(form[field]) !== JSON.stringify(start[field]);
  const typed = (field: string) => (isChanged(field) ? textOf(form[field]) : '');

  const [amount, currency, date, from, to] = ['amount', 'currency', 'date', 'from', 'to'].map((field) => textOf(form[field]));
  const isMoneyTyped = amount && ['amount', 'currency', 'from', 'to'].some(isChanged);
  const transfer = from && to ? settlementTitle({ from, to }, people, i18n) : '';
  const isTransferTyped = ['from', 'to'].some(isChanged);
  const partsOf = (parts: unknown) =>
    i18n.list(Object.entries(fieldsOf(parts)).flatMap(([id, text]) => (textOf(text) ? [`${people.nameOf(id)} ${textOf(text)}`] : [])));

  const lines = [
    ...TEXTS.map(typed),
    isTransferTyped && isMoneyTyped ? transfer : '',
    isMoneyTyped ? `${amount} ${currency}` : '',
    form.several === true && isChanged('paid') ? partsOf(form.paid) : '',
    isChanged('entries') ? partsOf(fieldsOf(form.entries)[textOf(form.mode)]) : '',
    date && isCalendarDate(date) && isChanged('date') ? i18n.date(date) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
  const titled = TITLES.find((field) => textOf(form[field]) || textOf(start[field]));
  const title = titled ? !typed(titled) && textOf(start[titled]) : !isTransferTyped && transfer;
  return lines && title ? `${title}: ${lines}` : lines;
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
