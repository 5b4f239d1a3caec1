import type { CollectionReference, Firestore, Query } from 'firebase-admin/firestore';
import type { DebtReader } from '../services/ports.ts';
import { decodeDebts, decodeGroup, moneyOfExpense, moneyOfSettlement } from './documents.ts';
import { paths } from './paths.ts';

export function createDebtReader(db: Firestore): DebtReader {
  const at = paths(db);
  return {
    get: async (groupId) => decodeDebts(await at.debts(groupId).get()),

    async withGroup(groupId) {
      const [group, debts] = await db.getAll(at.group(groupId), at.debts(groupId));
      return { group: group ? decodeGroup(group) : null, debts: debts ? decodeDebts(debts) : {} };
    },

    async history(groupId) {
      const [expenses, settlements] = await Promise.all([
        present(at.expenses(groupId)).select('currency', 'amount', 'payers', 'shares').get(),
        present(at.settlements(groupId)).select('currency', 'amount', 'from', 'to').get(),
      ]);
      return { expenses: expenses.docs.map(moneyOfExpense), settlements: settlements.docs.map(moneyOfSettlement) };
    },
  };
}

const present = (rows: CollectionReference): Query => rows.where('deletedAt', '==', null);
