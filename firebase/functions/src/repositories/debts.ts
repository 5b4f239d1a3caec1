import type { Firestore, Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { DebtReader } from '../services/ports.ts';
import { decodeDebts, decodeGroup, moneyOfExpense, moneyOfSettlement } from './documents.ts';
import { paths } from './paths.ts';
import { queries } from './queries.ts';

/** Of this many documents the debts are computed in one go, and nothing else happens meanwhile. */
const DOCUMENTS_A_PAGE = 100;

async function* pagesOf(rows: Query): AsyncGenerator<QueryDocumentSnapshot[]> {
  const first = rows.limit(DOCUMENTS_A_PAGE);
  let after: QueryDocumentSnapshot | undefined;
  do {
    const { docs } = await (after ? first.startAfter(after) : first).get();
    yield docs;
    after = docs.length === DOCUMENTS_A_PAGE ? docs.at(-1) : undefined;
  } while (after);
}

export function createDebtReader(db: Firestore): DebtReader {
  const at = paths(db);
  const query = queries(db);
  return {
    get: async (groupId) => decodeDebts(await at.debts(groupId).get()),

    async withGroup(groupId) {
      const [group, debts] = await db.getAll(at.group(groupId), at.debts(groupId));
      return { group: group ? decodeGroup(group) : null, debts: debts ? decodeDebts(debts) : {} };
    },

    async *history(groupId) {
      for await (const page of pagesOf(query.liveExpenses(groupId).select('currency', 'amount', 'payers', 'shares')))
        yield { expenses: page.map(moneyOfExpense), settlements: [] };
      for await (const page of pagesOf(query.liveSettlements(groupId).select('currency', 'amount', 'from', 'to')))
        yield { expenses: [], settlements: page.map(moneyOfSettlement) };
    },
  };
}
