import type { Group, Member } from '@splitifyd/shared/contract';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { createPeople, type People } from './people.ts';

/**
 * The members in the reader's words: the same object until somebody joins, leaves or is renamed. Every pull brings a new
 * group, and whatever is drawn with the people would be drawn anew with each.
 */
export function usePeople(group: Group | null, me: Member | null): People | null {
  const i18n = useI18n();
  const signature = group && JSON.stringify([me?.id, group.members]);
  return useMemo(() => group && createPeople(group, me, i18n), [signature, i18n]);
}
