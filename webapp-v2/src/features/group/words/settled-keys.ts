/** What the balances say where none is open: nothing was entered yet, or all of it is settled. */
export const settledKeys = (isEmpty: boolean) =>
  isEmpty
    ? ({ title: 'balances.emptyTitle', hint: 'balances.emptyHint' } as const)
    : ({ title: 'balances.settledTitle', hint: 'balances.settledHint' } as const);
