import type { ActivityEntry } from '@splitifyd/shared/contract';
import type { I18n, MessageKey } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

const FIELDS = ['description', 'date', 'amount', 'currency', 'payers', 'split', 'category', 'note'] as const;

/** One sentence for one change: who did what to which thing. */
export function describeEntry(entry: ActivityEntry, people: People, { t, list }: Pick<I18n, 't' | 'list'>): string {
  const actor = people.nameOf(entry.actorId);
  const { entity } = entry;
  const description = entity.kind === 'expense' ? entity.state.description : '';
  switch (entry.action) {
    case 'member.added':
    case 'member.updated':
    case 'member.removed':
    case 'member.detached':
      return t(`activity.${entry.action}`, {
        actor,
        member: entity.kind === 'member' ? entity.state.displayName : t('group.unknownMember'),
      });
    case 'expense.updated': {
      const fields = FIELDS.filter((field) => entry.fields.includes(field)).map((field) => t(`field.${field}` satisfies MessageKey));
      return fields.length === 0
        ? t('activity.expense.updated', { actor, description })
        : t('activity.expense.updatedFields', { actor, fields: list(fields), description });
    }
    case 'expense.created':
    case 'expense.deleted':
      return t(`activity.${entry.action}`, { actor, description });
    case 'settlement.created':
    case 'settlement.updated':
    case 'settlement.deleted': {
      const [from, to] = entity.kind === 'settlement' ? [people.nameOf(entity.state.from), people.nameOf(entity.state.to)] : ['', ''];
      return t(`activity.${entry.action}`, { actor, from, to });
    }
    case 'group.created':
    case 'group.updated':
    case 'group.deleted':
    case 'member.joined':
    case 'member.left':
    case 'invite.created':
    case 'invite.revoked':
      return t(`activity.${entry.action}`, { actor });
  }
}
