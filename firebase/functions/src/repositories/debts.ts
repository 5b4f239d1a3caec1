import type { Firestore } from 'firebase-admin/firestore';
import type { DebtReader } from '../services/ports.ts';
import { decodeDebts, decodeGroup, moneyOfExpense, moneyOfSettlement } from './documents.ts';
import { paths } from './paths.ts';
import { queries } from './queries.ts';

export function createDebtReader(db: Firestore): DebtReader {
  const at = paths(db);
  const query = queries(db);
  return {
    get: async (groupId) => decodeDebts(await at.debts(groupId).get()),

    async withGroup(groupId) {
      const [group, debts] = await db.getAll(at.group(groupId), at.debts(groupId));
      return { group: group ? decodeGroup(group) : null, debts: debts ? decodeDebts(debts) : {} };
    },

    async history(groupId) {
      const [expenses, settlements] = await Promise.all([
        query.liveExpenses(groupId).select('currency', 'amount', 'payers', 'shares').get(),
        query.liveSettlements(groupId).select('currency', 'amount', 'from', 'to').get(),
      ]);
      return { expenses: expenses.docs.map(moneyOfExpense), settlements: settlements.docs.map(moneyOfSettlement) };
    },
  };
}
