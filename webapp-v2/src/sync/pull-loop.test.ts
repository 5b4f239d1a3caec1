import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiProblem } from './api-error.ts';
import { createPullLoop } from './pull-loop.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

const SPACING_MS = 500;
const NO_NETWORK = new Error('no network');

/** A server whose head rises, a cursor that follows it, and a log of when each pull began. */
function makeLoop({ delayMs = () => 0, failure = () => null }: { delayMs?: () => number; failure?: () => Error | null } = {}) {
  const clock = createVirtualClock();
  const owner = new AbortController();
  const starts: number[] = [];
  const state = { head: 0, cursor: 0, target: 0, failures: 0, inFlight: 0, mostInFlight: 0 };
  const loop = createPullLoop({
    clock,
    random: () => 0.5,
    spacingMs: () => SPACING_MS,
    behind: () => state.cursor < state.target,
    async pull() {
      starts.push(clock.now());
      state.inFlight += 1;
      state.mostInFlight = Math.max(state.mostInFlight, state.inFlight);
      try {
        await clock.sleep(delayMs() / 2);
        const read = state.head;
        const error = failure();
        if (error) throw error;
        await clock.sleep(delayMs() / 2);
        if (!owner.signal.aborted) state.cursor = read;
      } finally {
        state.inFlight -= 1;
      }
    },
    onFailure: () => {
      state.failures += 1;
    },
    signal: owner.signal,
  });
  const poke = (seq: number) => {
    state.head = Math.max(state.head, seq);
    state.target = Math.max(state.target, seq);
    loop.poke();
  };
  return { clock, owner, starts, state, loop, poke };
}

describe('the pull loop', () => {
  test('[HOLD6] a clock that was set back stops no pull', async () => {
    const { clock, starts, state, poke } = makeLoop();
    await clock.advance(60_000);
    poke(1);
    await clock.advance(0);
    clock.shift(-30_000);
    poke(2);
    await clock.advance(SPACING_MS);
    expect([starts.length, state.cursor]).toEqual([2, 2]);
  });

  test('[PULL8] after a refusal that says how long to wait it waits so long', async () => {
    let refusals = 1;
    const { clock, starts, poke } = makeLoop({
      failure: () => (refusals-- > 0 ? new ApiProblem(429, 'rate-limited', undefined, 7000) : null),
    });
    poke(1);
    await clock.advance(6999);
    expect(starts).toEqual([0]);
    await clock.advance(1);
    expect(starts).toEqual([0, 7000]);
  });

  test('[PULL1] the first pull starts at once', async () => {
    const { clock, starts, poke } = makeLoop();
    await clock.advance(1234);
    poke(1);
    expect(starts).toEqual([1234]);
  });

  test('[PULL2] pulls are spaced, and the last one is never skipped', async () => {
    const { clock, starts, state, poke } = makeLoop();
    for (let seq = 1; seq <= 40; seq++) {
      poke(seq);
      await clock.advance(10);
    }
    await clock.advance(1000);
    expect(starts).toEqual([0, SPACING_MS]);
    expect(state.cursor).toBe(40);
  });

  test('[PULL3] a poke during a pull that has read its answer already is pulled afterwards', async () => {
    const { clock, state, poke } = makeLoop({ delayMs: () => 300 });
    poke(1);
    await clock.advance(200);
    poke(2);
    await clock.advance(100);
    expect(state.cursor).toBe(1);
    await clock.advance(1000);
    expect(state.cursor).toBe(2);
  });

  test('[PULL4] what is held already is not pulled', async () => {
    const { clock, starts, state, poke } = makeLoop();
    state.cursor = 7;
    state.head = 7;
    poke(6);
    poke(7);
    await clock.advance(5000);
    expect(starts).toEqual([]);
  });

  test('[PULL5] a check pulls although nothing was announced, and ends with the attempt', async () => {
    const { clock, starts, state, loop } = makeLoop({ delayMs: () => 100 });
    state.head = 3;
    let ended = false;
    void loop.check().then(() => {
      ended = true;
    });
    await clock.advance(99);
    expect([starts.length, ended]).toEqual([1, false]);
    await clock.advance(1);
    expect([state.cursor, ended]).toEqual([3, true]);
  });

  test('[PULL5] a check during a pull waits for a pull that starts after it', async () => {
    const { clock, starts, loop, poke } = makeLoop({ delayMs: () => 100 });
    poke(1);
    await clock.advance(50);
    let ended = false;
    void loop.check().then(() => {
      ended = true;
    });
    await clock.advance(100);
    expect([starts.length, ended]).toEqual([1, false]);
    await clock.advance(SPACING_MS);
    expect([starts.length, ended]).toEqual([2, true]);
  });

  test('[INV14] failures wait longer and longer within the jitter envelope, and not at all once the network is back', async () => {
    const { clock, starts, loop, poke } = makeLoop({ failure: () => NO_NETWORK });
    poke(1);
    await clock.advance(20_000);
    // Half of 1, 2, 4, 8 s … as the chance is fixed at one half.
    expect(starts.slice(0, 5)).toEqual([0, 500, 1500, 3500, 7500]);
    const before = starts.length;
    loop.retryNow();
    await clock.advance(0);
    expect(starts.length).toBe(before + 1);
  });

  test('[PULL6] nothing starts after the end', async () => {
    const { clock, owner, starts, state, loop, poke } = makeLoop({ delayMs: () => 100 });
    poke(1);
    await clock.advance(50);
    owner.abort();
    poke(2);
    await loop.check();
    await clock.advance(10_000);
    expect(starts).toEqual([0]);
    expect(state.cursor).toBe(0);
  });

  test('[PULL7] no poke is ever dropped: at rest the cursor is at the highest announced seq, whatever the delays and failures', async () => {
    const step = fc.record({ wait: fc.nat(900), rises: fc.nat(3), delay: fc.nat(1200), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        let current = { delay: 0, fails: false };
        const { clock, starts, state, poke } = makeLoop({
          delayMs: () => current.delay,
          failure: () => (current.fails ? NO_NETWORK : null),
        });
        for (const { wait, rises, delay, fails } of steps) {
          current = { delay, fails };
          if (rises > 0) poke(state.head + rises);
          await clock.advance(wait);
        }
        current = { delay: 0, fails: false };
        await clock.advance(120_000);
        expect(state.cursor).toBe(state.target);
        expect(state.mostInFlight).toBeLessThanOrEqual(1);
        expect(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) >= SPACING_MS)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
