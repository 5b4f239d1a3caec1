import { describe, expect, test } from 'vitest';
import { ApiProblem } from './api-error.ts';
import { untilDone } from './retry.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

/** Fails with each of the errors, then succeeds. */
function setUp(errors: Error[]) {
  const clock = createVirtualClock();
  const owner = new AbortController();
  const begun = clock.now();
  const attempts: number[] = [];
  let done = false;
  const action = async () => {
    attempts.push(clock.now() - begun);
    const error = errors.shift();
    if (error) throw error;
  };
  void untilDone(action, { clock, random: () => 1, signal: owner.signal }).then(() => {
    done = true;
  });
  return { clock, owner, attempts, isDone: () => done };
}

const NO_NETWORK = new Error('no network');

describe('trying until it is done', () => {
  test('[INV14] pauses grow, and as long as the server asks for', async () => {
    const { clock, attempts, isDone } = setUp([NO_NETWORK, NO_NETWORK, new ApiProblem(429, 'rate-limited', undefined, 7000)]);
    await clock.advance(60_000);
    expect(attempts).toEqual([0, 1000, 3000, 10_000]);
    expect(isDone()).toBe(true);
  });

  test('ends with its owner, also within a pause', async () => {
    const { clock, owner, attempts, isDone } = setUp([NO_NETWORK, NO_NETWORK]);
    await clock.advance(500);
    owner.abort();
    await clock.advance(60_000);
    expect(attempts).toEqual([0]);
    expect(isDone()).toBe(true);
  });
});
