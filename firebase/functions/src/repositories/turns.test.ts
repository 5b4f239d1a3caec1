import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** How many of four things of a weight were done whenever something else had its turn. */
async function turnsWhile(weight: number): Promise<number[]> {
  let done = 0;
  const seen: number[] = [];
  const look = () => {
    if (done === 4) return;
    seen.push(done);
    setImmediate(look);
  };
  setImmediate(look);
  const turn = createTurns();
  while (done < 4) {
    done++;
    await turn(weight);
  }
  return seen;
}

test('[REST25] after a large one others have their turn, small ones are done in one go', async () => {
  expect(await turnsWhile(200)).toEqual([1, 2, 3]);
  expect(await turnsWhile(100)).toEqual([2]);
  expect(await turnsWhile(49)).toEqual([]);
});
