import type { GroupSummary } from '@splitifyd/shared/contract';

export type Departed = Pick<GroupSummary, 'id' | 'name'>;

/** The groups that went out of the list between two looks at it. The one whose page is open tells that itself, and whoever left it knows. */
export function departedBetween(before: readonly Departed[], after: readonly Departed[], openId: string | null): Departed[] {
  const there = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !there.has(id) && id !== openId).map(({ id, name }) => ({ id, name }));
}
