import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

/** How many were made whenever something else had its turn. */
async function turnsWhile(weight: number): Promise<number[]> {
  let made = 0;
  let isOver = false;
  const seen: number[] = [];
  const look = () => {
    seen.push(made);
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const all = await inTurns(
    ['a', 'b', 'c', 'd'],
    (name) => {
      made++;
      return name.toUpperCase();
    },
    () => weight,
  );
  isOver = true;
  expect(all).toEqual(['A', 'B', 'C', 'D']);
  return seen;
}

test('[REST25] between two large ones others have their turn, small ones are made in one go', async () => {
  expect(await turnsWhile(200)).toEqual([1, 2, 3]);
  expect(await turnsWhile(100)).toEqual([2]);
  expect(await turnsWhile(50)).toEqual([]);
});
