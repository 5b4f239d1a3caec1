import { createLine, type Line, type LineClock } from '../bounds/fair-line.ts';

/**
 * A commit takes some tens of milliseconds, so even the last in line has its turn in a few seconds. One account may have as many changes of a group
 * under way as an eager import makes; what is more is sent again.
 */
const RULES = { atOnce: 1, waiting: 200, waitingOfOne: 50, longestWaitMs: 20_000 };

/** Who is about to come in has one change to make. Some hundred may hold an invitation and come at the same moment. */
const DOOR = { ...RULES, waitingOfOne: 5 };

/** No account is called so. */
const WHO_COMES_IN = '';

interface GroupLine {
  members: Line;
  door: Line;
  users: number;
}

/**
 * A line for each group that is being changed. Within an instance, waiting in line replaces commits that fail; between instances the preconditions
 * decide.
 *
 * Whoever holds an invitation may come with any number of accounts, and each of them would count as one in turn. So they wait at the door, in a line
 * of their own, and only the first of it waits among the members, where all of them together have the turn of one account:
 *
 *   accounts with an invitation ──▶ door ──(one at a time)──▶ members' line ──▶ change
 *   members ─────────────────────────────────────────────────────▲
 */
export function createGroupLines(clock: LineClock) {
  const lines = new Map<string, GroupLine>();

  async function inLineOf<T>(groupId: string, wait: (line: GroupLine) => Promise<T>): Promise<T> {
    const line = lines.get(groupId) ?? { members: createLine(RULES, clock), door: createLine(DOOR, clock), users: 0 };
    lines.set(groupId, line);
    line.users++;
    try {
      return await wait(line);
    } finally {
      line.users--;
      if (line.users === 0) lines.delete(groupId);
    }
  }

  return {
    isTaken: (groupId: string): boolean => lines.get(groupId)?.members.isTaken() ?? false,

    run: <T>(groupId: string, account: string, job: () => Promise<T>): Promise<T> =>
      inLineOf(groupId, ({ members }) => members.run(account, job)),

    /** For an account that is not in the group yet. */
    enter: <T>(groupId: string, account: string, job: () => Promise<T>): Promise<T> =>
      inLineOf(groupId, ({ members, door }) => door.run(account, () => members.run(WHO_COMES_IN, job))),
  };
}
