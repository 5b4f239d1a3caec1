import type { ActivityEntry, Expense } from '@splitifyd/shared/contract';
import type { I18n, MessageKey } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';
import { tellsPayers } from './payers-told.ts';

const FIELDS = [
  'name',
  'description',
  'date',
  'amount',
  'from',
  'to',
  'currency',
  'payers',
  'split',
  'category',
  'note',
  'settings',
] as const;

/** One sentence for one change: who did what to which thing. `former`: what an expense whose payers changed was before, where that is known. */
export function describeEntry(
  entry: ActivityEntry,
  people: People,
  { t, list }: Pick<I18n, 't' | 'list'>,
  former: Expense | null = null,
): string {
  const { action, entity } = entry;
  const isTold = (field: string) =>
    entry.fields.includes(field) && (field !== 'payers' || entity.kind !== 'expense' || tellsPayers(entry.fields, entity.state, former));
  const isOfActor = entity.kind === 'member' && entity.state.id === entry.actorId;
  const actor = people.nameOf(entry.actorId, isOfActor ? entity.state.displayName : undefined);
  const changed = FIELDS.filter(isTold).map((field) => t(`field.${field}` satisfies MessageKey));
  const fields = list(changed);
  /** By the name they had then; the reader as "you". */
  const namedMember = (entity: ActivityEntry['entity']): string => {
    if (entity.kind !== 'member') return t('group.unknownMember');
    return entity.state.id === people.me ? people.toNameOf(people.me) : entity.state.displayName;
  };
  switch (action) {
    case 'expense.created':
    case 'expense.updated':
    case 'expense.deleted': {
      const description = entity.kind === 'expense' ? entity.state.description : '';
      if (action === 'expense.updated' && changed.length > 0) return t('activity.expense.updatedFields', { actor, fields, description });
      return t(`activity.${action}`, { actor, description });
    }
    case 'settlement.created':
    case 'settlement.updated':
    case 'settlement.deleted': {
      if (action === 'settlement.created' && entity.kind === 'settlement' && entity.state.from === entry.actorId) {
        return settlementTitle(entity.state, people, { t });
      }
      const [from, to] = entity.kind === 'settlement' ? [people.fromNameOf(entity.state.from), people.toNameOf(entity.state.to)] : ['', ''];
      const between = { actor, from, to };
      if (action === 'settlement.updated' && changed.length > 0) return t('activity.settlement.updatedFields', { ...between, fields });
      return t(`activity.${action}`, between);
    }
    case 'member.updated': {
      if (entity.kind !== 'member') return t('activity.member.updated', { actor, member: t('group.unknownMember') });
      const { id, displayName, role } = entity.state;
      const isMe = id === people.me;
      if (entry.fields.includes('role')) {
        if (!isOfActor) return t(`activity.member.role.${role}`, { actor, member: namedMember(entity) });
        return t(isMe ? 'activity.member.roleOwn' : 'activity.member.roleSelf', { actor, role: t(`role.${role}`) });
      }
      if (isOfActor) return isMe ? t('activity.member.renamedOwn') : t('activity.member.renamedSelf', { actor });
      return t('activity.member.renamed', { actor, member: isMe ? t('group.namedYou', { name: displayName }) : displayName });
    }
    case 'member.added':
    case 'member.removed':
    case 'member.detached':
      return t(`activity.${action}`, { actor, member: namedMember(entity) });
    case 'group.updated':
      return changed.length > 0 ? t('activity.group.updatedFields', { actor, fields }) : t('activity.group.updated', { actor });
    case 'group.created':
    case 'group.deleted':
    case 'member.joined':
    case 'member.left':
    case 'invite.created':
    case 'invite.revoked':
      return t(`activity.${action}`, { actor });
  }
}
