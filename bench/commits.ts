import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expenseBody, type GroupHandle } from './ledger.ts';
import type { Stage } from './stage.ts';

const BURST = 40;
const BURST_MS = 400;

export interface Commit {
  description: string;
  seq: number;
  /** By Firestore's clock (epoch ms with fractions). */
  committedAt: number;
}

/** An expense by the writer, and when Firestore committed it. */
export async function post({ writer, firestore }: Stage, group: GroupHandle): Promise<Commit> {
  const id = randomUUID();
  const description = `Errand ${id.slice(0, 8)}`;
  const { nextSince } = await writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, id, description) });
  const stored = await firestore.doc(`groups/${group.id}/expenses/${id}`).get();
  const time = stored.updateTime;
  if (time === undefined) throw new Error(`expense ${id} was acknowledged, yet is not stored`);
  return { description, seq: nextSince, committedAt: time.seconds * 1000 + time.nanoseconds / 1e6 };
}

/** 40 expenses of one group, sent within 400 ms. */
export const burst = (stage: Stage, group: GroupHandle): Promise<Commit[]> =>
  Promise.all(
    Array.from({ length: BURST }, async (_, index) => {
      await sleep((index * BURST_MS) / BURST);
      return post(stage, group);
    }),
  );
