import { type Group, isPresent, type Member } from '@splitifyd/shared/contract';
import type { I18n } from '../../i18n/i18n.ts';

/** The members of a group in the reader's words. */
export interface People {
  /** The reader's own member id. */
  readonly me: string | null;
  /** Those who take part in new expenses, the reader first, then by name. */
  readonly present: readonly Member[];
  /** Everybody who ever was a member, in the same order. */
  readonly all: readonly Member[];
  /** "You" for the reader; `otherwise`, or "somebody", for whom the group does not know (any more) [REST42]. */
  nameOf(memberId: string, otherwise?: string): string;
  /** After "by" or "from": "you". */
  fromNameOf(memberId: string): string;
  /** After "to": "you". */
  toNameOf(memberId: string): string;
  /** "Ada (you)" for the reader: where people are listed. */
  labelOf(memberId: string): string;
}

export function createPeople(group: Pick<Group, 'members'>, me: Member | null, { t, locale }: Pick<I18n, 't' | 'locale'>): People {
  const rank = (member: Member) => (member.id === me?.id ? 0 : 1);
  const order = new Intl.Collator(locale, { numeric: true });
  const all = Object.values(group.members).sort((a, b) => rank(a) - rank(b) || order.compare(a.displayName, b.displayName));
  const plainName = (memberId: string, otherwise = t('group.unknownMember')) => group.members[memberId]?.displayName ?? otherwise;
  return {
    me: me?.id ?? null,
    present: all.filter(isPresent),
    all,
    nameOf: (memberId, otherwise) => (memberId === me?.id ? t('group.you') : plainName(memberId, otherwise)),
    fromNameOf: (memberId) => (memberId === me?.id ? t('group.youFrom') : plainName(memberId)),
    toNameOf: (memberId) => (memberId === me?.id ? t('group.youTo') : plainName(memberId)),
    labelOf: (memberId) => (memberId === me?.id ? t('group.namedYou', { name: plainName(memberId) }) : plainName(memberId)),
  };
}
