import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

/** "You owe in all", "Bo gets back in all". */
export function sideText(memberId: string, owes: boolean, people: People, { t }: Pick<I18n, 't'>): string {
  if (memberId === people.me) return t(owes ? 'explain.youOwe' : 'explain.youGetBack');
  return t(owes ? 'explain.owes' : 'explain.getsBack', { name: people.nameOf(memberId) });
}
