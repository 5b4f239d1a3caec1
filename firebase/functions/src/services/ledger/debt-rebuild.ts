import { addPairwise, pairwiseDebts, type TransfersByCurrency } from '@splitifyd/shared/domain';
import { createLine, type LineClock } from '../bounds/fair-line.ts';
import { createRecent } from '../bounds/recent.ts';
import type { DebtReader, StoredGroup } from '../ports.ts';
import { invalidField, Problem } from '../problem.ts';

/** A rebuild reads the whole history; beyond this many expenses and settlements it would take longer than a request may. */
export const LARGEST_REBUILD = 5_000;

/** What rebuilds of one group may read a minute: the largest one twice, a small one as often as anybody tries. */
export const DOCUMENTS_PER_MINUTE = 2 * LARGEST_REBUILD;

const MINUTE_MS = 60_000;
const GROUPS_REMEMBERED = 10_000;

/** A rebuild of the largest group takes some seconds; they wait for each other, so that an instance never makes two. */
const RULES = { atOnce: 1, waiting: 20, waitingOfOne: 2, longestWaitMs: 15_000 };

export type RebuildDebts = (group: StoredGroup, userId: string) => Promise<TransfersByCurrency>;

/**
 * Computes the debts of a group's pairs from its history: page by page, so that other requests go on meanwhile. What changes between two pages makes
 * the commit fail that the debts are for.
 * @throws Problem `invalid-request` for too long a history, `rate-limited` where the group was rebuilt too often, `busy`, RangeError as `pairwiseDebts`
 */
export function createDebtRebuild(reader: Pick<DebtReader, 'history'>, clock: LineClock): RebuildDebts {
  const { now } = clock;
  const line = createLine(RULES, clock);
  /** The minute (epoch ms) in which a group was read, and how many documents of it. */
  const spent = createRecent<string, { since: number; documents: number }>(GROUPS_REMEMBERED);
  let last: { groupId: string; seq: number; debts: TransfersByCurrency } | undefined;

  const charge = (groupId: string, documents: number): void => {
    const known = spent.get(groupId);
    const minute = known && now() - known.since < MINUTE_MS ? known : { since: now(), documents: 0 };
    const waitMs = minute.since + MINUTE_MS - now();
    if (minute.documents + documents > DOCUMENTS_PER_MINUTE) throw new Problem('rate-limited', { retryAfterMs: waitMs });
    spent.set(groupId, { ...minute, documents: minute.documents + documents });
  };

  return async (group, userId) => {
    const { id, seq } = group;
    const documents = group.expenseCount + group.settlementCount;
    if (documents > LARGEST_REBUILD)
      throw invalidField('settings.simplifyDebts', `with more than ${LARGEST_REBUILD} expenses and settlements a group can only simplify`);
    return line.run(userId, async () => {
      // Asked again after a commit whose outcome nobody knows: nothing has happened in between.
      if (last?.groupId === id && last.seq === seq) return last.debts;
      charge(id, documents);
      let debts: TransfersByCurrency = {};
      for await (const { expenses, settlements } of reader.history(id)) {
        for (const [currency, part] of Object.entries(pairwiseDebts(expenses, settlements))) debts = addPairwise(debts, currency, part, 1);
      }
      last = { groupId: id, seq, debts };
      return debts;
    });
  };
}
