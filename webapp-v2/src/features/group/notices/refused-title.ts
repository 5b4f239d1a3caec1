import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice } from '../../../stores/group/open-group.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';

/** Which change was refused: by what it is called where others see it, else as its author saw it, else as they called it. */
export function refusedTitle(notice: Notice, people: People, i18n: Pick<I18n, 't'>): string {
  const { t } = i18n;
  if (notice.kind === 'expense') {
    const { action, draft, current, base } = notice;
    const description = current?.description ?? base?.description ?? draft?.description;
    return t(`notice.${action}`, { description: description ?? t('notice.anExpense') });
  }
  const { action, draft, current, base } = notice;
  const from = current?.from ?? base?.from ?? draft?.from;
  const to = current?.to ?? base?.to ?? draft?.to;
  const transfer = from !== undefined && to !== undefined ? settlementTitle({ from, to }, people, i18n) : t('notice.aPayment');
  return t(`notice.${action}Settlement`, { transfer });
}
