import type { SettlementService } from '../../services/settlements.ts';
import type { Handlers } from '../handler.ts';

type SettlementEndpoint = 'listSettlements' | 'createSettlement' | 'updateSettlement' | 'deleteSettlement';

export const settlementHandlers = (settlements: SettlementService): Pick<Handlers, SettlementEndpoint> => ({
  listSettlements: ({ params, query, userId }) => settlements.list(params.groupId, query, userId),
  createSettlement: ({ params, body, mutation }) => settlements.create(params.groupId, body, mutation),
  updateSettlement: ({ params, body, mutation }) => settlements.update(params.groupId, params.settlementId, body, mutation),
  deleteSettlement: ({ params, mutation }) => settlements.delete(params.groupId, params.settlementId, mutation),
});
