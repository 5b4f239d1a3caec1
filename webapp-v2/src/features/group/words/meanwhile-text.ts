import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** What is said of somebody else → what is said of the reader, who did it on another device or in another tab. */
const ELSEWHERE = {
  'expense.changedMeanwhile': 'editing.changed',
  'settlement.changedMeanwhile': 'editing.changed',
  'expense.deletedMeanwhile': 'editing.deleted',
  'settlement.deletedMeanwhile': 'editing.deleted',
  'notice.stale': 'notice.staleOwn',
} as const;

/** "Bo changed this expense while you had it open.", "This was changed elsewhere while you had it open." */
export const meanwhileText = (what: keyof typeof ELSEWHERE, by: string, people: People, { t }: Pick<I18n, 't'>): string =>
  by === people.me ? t(ELSEWHERE[what]) : t(what, { name: people.nameOf(by) });
