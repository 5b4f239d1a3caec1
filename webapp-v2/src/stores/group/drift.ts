import { type ReadonlySignal, signal } from '@preact/signals';
import { type Balances, computeBalances } from '@splitifyd/shared/domain';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import type { Replica } from '../../sync/replica/replica.ts';

/** Balances of one currency that are not what the history gives, at a cursor. */
export interface Drift {
  cursor: number;
  currency: string;
  held: Balances;
  recomputed: Balances;
}

/**
 * Compares the confirmed balances with those recomputed from scratch, wherever the whole history is at hand [INV1]. A
 * difference is a mistake of the program, here or on the server. It is told once, and the group is fetched anew once.
 */
export function createDriftWatch(report: (cursor: number, currency: string) => void) {
  const found = signal<Drift | null>(null);
  let looked: Confirmed | null = null;
  const hasSeen = (confirmed: Confirmed): boolean => confirmed === looked || !isComplete(confirmed) || found.peek() !== null;

  return {
    found: found as ReadonlySignal<Drift | null>,
    /** Whether there is nothing (more) to look at. */
    hasSeen,
    look(confirmed: Confirmed, replica: Pick<Replica, 'reload'>): void {
      if (hasSeen(confirmed)) return;
      looked = confirmed;
      const drift = driftOf(confirmed);
      if (drift === null) return;
      found.value = drift;
      report(drift.cursor, drift.currency);
      replica.reload().catch(() => {});
    },
  };
}

const isComplete = ({ older }: Confirmed): boolean => older.expense === null && older.settlement === null;

function driftOf({ cursor, group, expenses, settlements }: Confirmed): Drift | null {
  const recomputed = computeBalances(present(expenses), present(settlements));
  for (const currency of new Set([...Object.keys(recomputed), ...Object.keys(group.balances)])) {
    const [held, own] = [group.balances[currency] ?? {}, recomputed[currency] ?? {}];
    if (!areEqual(held, own)) return { cursor, currency, held, recomputed: own };
  }
  return null;
}

function* present<Row extends { deletedAt: number | null }>(rows: ReadonlyMap<string, Row>): Iterable<Row> {
  for (const row of rows.values()) if (row.deletedAt === null) yield row;
}

const areEqual = (a: Balances, b: Balances): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([memberId, balance]) => b[memberId] === balance);
