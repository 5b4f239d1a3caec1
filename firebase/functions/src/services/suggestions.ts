import { settleAll, type TransfersByCurrency } from '@splitifyd/shared/domain';
import { createRecent } from './bounds/recent.ts';
import type { StoredGroup } from './ports.ts';

const GROUPS_REMEMBERED = 100;

interface Suggestion {
  state: string;
  transfers: TransfersByCurrency;
}

/** `settleAll` of a group's balances, computed once for each state of a group. */
export function createSuggestions(compute = settleAll): (group: StoredGroup) => TransfersByCurrency {
  const known = createRecent<string, Suggestion>(GROUPS_REMEMBERED);
  return ({ id, seq, lastActivityAt, balances }) => {
    // The time besides, because a restored back-up may reach the same seq another way.
    const state = `${seq} ${lastActivityAt}`;
    const found = known.get(id);
    if (found?.state === state) return found.transfers;
    const transfers = compute(balances);
    known.set(id, { state, transfers });
    return transfers;
  };
}
