import { createLine, type Line, type LineClock } from '../fair-line.ts';

/**
 * A commit takes some tens of milliseconds, so even the last in line has its turn in a few seconds. One account may have as many changes of a group
 * under way as an eager import makes; what is more is sent again.
 */
const RULES = { atOnce: 1, waiting: 200, waitingOfOne: 50, longestWaitMs: 20_000 };

/**
 * A line for each group that is being changed. Within an instance, waiting in line replaces commits that fail; between instances the preconditions
 * decide.
 */
export function createGroupLines(clock: LineClock) {
  const lines = new Map<string, { line: Line; users: number }>();

  return {
    isTaken: (groupId: string): boolean => lines.get(groupId)?.line.isTaken() ?? false,

    async run<T>(groupId: string, account: string, job: () => Promise<T>): Promise<T> {
      const entry = lines.get(groupId) ?? { line: createLine(RULES, clock), users: 0 };
      lines.set(groupId, entry);
      entry.users++;
      try {
        return await entry.line.run(account, job);
      } finally {
        entry.users--;
        if (entry.users === 0) lines.delete(groupId);
      }
    },
  };
}
