import type { GroupSummary } from '@splitifyd/shared/contract';
import type { LeftBehind } from '../../stores/account/left-behind.ts';

export type Departed = Pick<GroupSummary, 'id' | 'name'>;

/** The groups that went out of the list between two looks at it. The one whose page is open tells that itself, and whoever left it knows. */
export function departedBetween(before: readonly Departed[], after: readonly Departed[], openId: string | null): Departed[] {
  const there = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !there.has(id) && id !== openId).map(({ id, name }) => ({ id, name }));
}

/** `hasDrafts`: something was half typed there, which the page of the group still tells. */
export type Announced = LeftBehind & { hasDrafts: boolean };

/** What is to be told: what just went, and what went at any time with something half typed in it. */
export function announced(departed: readonly Departed[], leftBehind: readonly LeftBehind[], openId: string | null): Announced[] {
  const named = new Map(departed.map(({ id, name }) => [id, name]));
  const typed = leftBehind.filter(({ id }) => id !== openId);
  return [
    ...departed.filter(({ id }) => !typed.some((other) => other.id === id)).map((group) => ({ ...group, hasDrafts: false })),
    ...typed.map(({ id, name }) => ({ id, name: name ?? named.get(id) ?? null, hasDrafts: true })),
  ];
}
