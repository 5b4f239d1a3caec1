import type { HeadMember } from './ports.ts';

/** A farewell is owed for this long after somebody left; later they hear nothing (milliseconds). */
export const FAREWELL_MS = 60_000;

/** Accounts of the active members, in a stable order. */
export function activeAccounts(members: readonly HeadMember[]): string[] {
  return distinct(members.filter(({ status }) => status === 'active'));
}

/** The last notice to somebody who left: it goes no further than the change that ended their membership. */
export interface Farewell {
  seq: number;
  affectedUsers: string[];
}

/**
 * The earliest farewell still owed since the notification with `announcedSeq`, or null.
 *
 * Several who left are bidden farewell one notification after the other, in the order of their leaving, so that none of them
 * sees a later `seq`. Members stay in the audience, or their listeners would lose the document for a window; those who joined
 * only afterwards do not, since a former member has no business knowing them.
 */
export function farewellOwed(members: readonly HeadMember[], announcedSeq: number, now: number): Farewell | null {
  const owed = members.filter(
    ({ status, leftSeq, leftAt }) =>
      status === 'left' && leftSeq !== null && leftSeq > announcedSeq && leftAt !== null && now - leftAt < FAREWELL_MS,
  );
  if (owed.length === 0) return null;
  const seq = Math.min(...owed.map(({ leftSeq }) => leftSeq ?? Number.POSITIVE_INFINITY));
  const present = members.filter(({ status, joinedSeq }) => status === 'active' && joinedSeq <= seq);
  return { seq, affectedUsers: distinct([...present, ...owed]) };
}

function distinct(members: readonly HeadMember[]): string[] {
  const accounts = members.map(({ userId }) => userId).filter((userId) => userId !== null);
  return [...new Set(accounts)].sort();
}
