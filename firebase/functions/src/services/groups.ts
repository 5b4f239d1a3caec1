import type {
  BalanceSheet,
  ChangesPage,
  Departure,
  Group,
  GroupsPage,
  NewGroup,
  ParsedBody,
  ParsedQuery,
} from '@splitifyd/shared/contract';
import type { Line } from './bounds/fair-line.ts';
import { groupCursor } from './cursors/page-cursor.ts';
import { createGroup, updateGroup } from './decisions/groups.ts';
import { deleteGroup } from './decisions/leaving.ts';
import type { Mutation } from './ledger/change.ts';
import { mutationPage } from './ledger/changes-page.ts';
import { retryCommit } from './ledger/commit-retry.ts';
import { type Ledger, replay } from './ledger/ledger.ts';
import { firstOutcome } from './ledger/receipts.ts';
import { admit, visible } from './membership.ts';
import type { DebtReader, GroupCreationStore, GroupReader, ReadEpoch, Surroundings } from './ports.ts';
import { Problem } from './problem.ts';
import { createSuggestions } from './suggestions.ts';

interface GroupDeps extends Surroundings {
  ledger: Ledger;
  groups: GroupReader;
  creations: GroupCreationStore;
  debts: Pick<DebtReader, 'withGroup'>;
  listings: Line;
  pages: Line;
  readEpoch: ReadEpoch;
}

export type GroupService = ReturnType<typeof createGroupService>;

export function createGroupService({ ledger, groups, creations, debts, listings, pages, readEpoch, ...surroundings }: GroupDeps) {
  const suggest = createSuggestions();

  return {
    /**
     * The one mutation that has no group to be recorded in yet: a receipt with the account takes the ledger's part.
     * A group of another account is as unknown as an id that is merely taken.
     */
    create: (body: NewGroup, mutation: Mutation): Promise<ChangesPage> => {
      const keys = { userId: mutation.userId, mutationId: mutation.id, groupId: body.id };
      return retryCommit(surroundings, async () => {
        const [found, epoch] = await Promise.all([creations.read(keys), readEpoch()]);
        if (found.account.isDeleted) throw new Problem('account-deleted');
        const outcome = firstOutcome(found.receipt, mutation);
        // The entry outlives the receipt. One of somebody else's group is none of the caller's business.
        if (found.recorded?.actorUserId === mutation.userId) return mutationPage(...replay(found.group, found.recorded, mutation), epoch);
        if (outcome || found.group) throw new Problem('id-in-use');
        const created = createGroup(body, mutation, surroundings.now());
        return (await creations.commit(keys, { ...created, account: found.account }))
          ? mutationPage(created.group, created.record.entry, epoch)
          : null;
      });
    },

    update: (groupId: string, edit: ParsedBody<'updateGroup'>, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change({ endpoint: 'updateGroup', groupId }, mutation, updateGroup(edit)),

    delete: (groupId: string, mutation: Mutation): Promise<Departure> =>
      ledger.depart({ endpoint: 'deleteGroup', groupId }, mutation, deleteGroup),

    async get(groupId: string, userId: string): Promise<Group> {
      return visible(admit('getGroup', await groups.get(groupId), userId).group);
    },

    async balances(groupId: string, userId: string): Promise<BalanceSheet> {
      const { group } = admit('getBalances', await groups.get(groupId), userId);
      if (group.settings.simplifyDebts) return sheetOf(group, suggest(group));
      const { group: now, debts: owed } = await pages.run(userId, () => debts.withGroup(groupId));
      const { group: current } = admit('getBalances', now, userId);
      return sheetOf(current, current.settings.simplifyDebts ? suggest(current) : owed);
    },

    async list({ limit, cursor }: ParsedQuery<'listGroups'>, userId: string): Promise<GroupsPage> {
      const after = cursor === undefined ? null : groupCursor.read(cursor);
      const [found, epoch] = await Promise.all([listings.run(userId, () => groups.listOf(userId, limit + 1, after)), readEpoch()]);
      const page = found.slice(0, limit);
      // Nearly everybody's groups fit on the first page: it has counted them already.
      const total = after === null && found.length <= limit ? found.length : await groups.countOf(userId);
      return {
        groups: page,
        pagination: { limit, total, ...groupCursor.next(page, found.length > limit) },
        metadata: {
          lastChangeTimestamp: Math.max(0, ...page.map((group) => group.lastActivityAt)),
          changeCount: page.reduce((sum, group) => sum + group.seq, 0),
          serverTime: surroundings.now(),
          epoch,
        },
      };
    },
  };
}

const sheetOf = ({ balances, seq }: Group, transfers: BalanceSheet['transfers']): BalanceSheet => ({ balances, transfers, seq });
