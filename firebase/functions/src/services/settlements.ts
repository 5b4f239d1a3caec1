import type { ChangesPage, NewSettlement, ParsedQuery, SettlementEdit, SettlementsPage } from '@splitifyd/shared/contract';
import type { Line } from './bounds/fair-line.ts';
import { datedCursor } from './cursors/page-cursor.ts';
import * as decide from './decisions/settlements.ts';
import type { Mutation } from './ledger/change.ts';
import type { Ledger } from './ledger/ledger.ts';
import { admit } from './membership.ts';
import type { GroupReader, ReadEpoch, SettlementReader } from './ports.ts';

interface SettlementDeps {
  ledger: Ledger;
  groups: GroupReader;
  settlements: SettlementReader;
  pages: Line;
  readEpoch: ReadEpoch;
  now(): number;
}

export type SettlementService = ReturnType<typeof createSettlementService>;

export function createSettlementService({ ledger, groups, settlements, pages, readEpoch, now }: SettlementDeps) {
  return {
    create: (groupId: string, body: NewSettlement, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change(
        { endpoint: 'createSettlement', groupId, subject: { kind: 'settlement', id: body.id } },
        mutation,
        decide.createSettlement(body),
      ),

    update: (groupId: string, settlementId: string, edit: SettlementEdit, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change(
        { endpoint: 'updateSettlement', groupId, subject: { kind: 'settlement', id: settlementId } },
        mutation,
        decide.updateSettlement(edit),
      ),

    delete: (groupId: string, settlementId: string, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change(
        { endpoint: 'deleteSettlement', groupId, subject: { kind: 'settlement', id: settlementId } },
        mutation,
        decide.deleteSettlement,
      ),

    async list(groupId: string, { limit, cursor }: ParsedQuery<'listSettlements'>, userId: string): Promise<SettlementsPage> {
      const after = cursor === undefined ? null : datedCursor.read(cursor);
      const { group } = admit('listSettlements', await groups.get(groupId), userId);
      const [found, epoch] = await Promise.all([pages.run(userId, () => settlements.list(groupId, limit + 1, after)), readEpoch()]);
      const page = found.slice(0, limit);
      return {
        settlements: page,
        pagination: { limit, total: group.settlementCount, ...datedCursor.next(page, found.length > limit) },
        metadata: { lastChangeTimestamp: group.lastActivityAt, changeCount: group.seq, serverTime: now(), epoch },
      };
    },
  };
}
