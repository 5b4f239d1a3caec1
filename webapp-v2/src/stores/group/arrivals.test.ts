import type { ActivityEntry } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createArrivals } from './arrivals.ts';

const entry = (seq: number, actorId: string, id: string) =>
  ({ seq, actorId, entity: { kind: 'expense', state: { id, deletedAt: null } } }) as ActivityEntry;

test('[OPEN6] the last who changed a row counts, also where the reader did it on another device', () => {
  const { marked, arrive } = createArrivals(() => new Promise(() => {}), new AbortController().signal);
  arrive([entry(1, 'ben', 'soup'), entry(2, 'me', 'tea'), entry(3, 'ben', 'tea')], 0, 'me');
  expect([...marked.value]).toEqual([
    ['soup', 'ben'],
    ['tea', 'ben'],
  ]);
  arrive([entry(4, 'ben', 'tea'), entry(5, 'me', 'tea')], 3, 'me');
  expect([...marked.value]).toEqual([['soup', 'ben']]);
});
