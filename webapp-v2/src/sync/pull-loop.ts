import { agoMs, type Clock } from '../platform/clock.ts';
import { pauseAfter } from './backoff.ts';

interface PullLoopDeps {
  clock: Clock;
  random: () => number;
  /** Least time between the starts of two pulls, in ms, as things are now. */
  spacingMs(): number;
  /** Whether more was announced than is held. */
  behind(): boolean;
  /** Brings what is held to the server's head as of some moment after the call. @throws when it could not */
  pull(): Promise<void>;
  onFailure(error: unknown): void;
  signal: AbortSignal;
}

export interface PullLoop {
  /** Something may have made `behind()` true. */
  poke(): void;
  /** Pulls at least once more, whatever is announced. Resolves when that attempt has ended, well or not. */
  check(): Promise<void>;
  /** Ends a wait after a failure: the network has come back. */
  retryNow(): void;
}

/**
 * One pull at a time, again and again while there is something to fetch:
 *
 *   idle ──poke or check──▶ spacing ──▶ pulling ──more wanted──▶ spacing
 *                              ▲           ├──nothing more──▶ idle
 *                              └──backoff──┴──failed
 *
 * A poke during a pull is never lost: what is wanted is asked for again after each pull, and going idle happens in the same
 * step as finding nothing wanted, so no poke can fall in between.
 */
export function createPullLoop({ clock, random, spacingMs, behind, pull, onFailure, signal }: PullLoopDeps): PullLoop {
  let running = false;
  let forced = false;
  let failures = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let waiting: (() => void)[] = [];
  let backoff: AbortController | null = null;

  async function run(): Promise<void> {
    while (!signal.aborted && (forced || behind())) {
      const early = spacingMs() - agoMs(clock, lastStart);
      if (early > 0) {
        await clock.sleep(early, signal);
        continue;
      }
      await attempt();
    }
    running = false;
    if (signal.aborted) release(waiting);
  }

  async function attempt(): Promise<void> {
    const served = waiting;
    waiting = [];
    forced = false;
    lastStart = clock.now();
    try {
      await pull();
      failures = 0;
      release(served);
    } catch (error) {
      release(served);
      if (signal.aborted) return;
      forced = true;
      failures += 1;
      onFailure(error);
      backoff = new AbortController();
      await clock.sleep(pauseAfter(error, failures, random), AbortSignal.any([signal, backoff.signal]));
      backoff = null;
    }
  }

  function poke(): void {
    if (running || signal.aborted) return;
    running = true;
    void run();
  }

  return {
    poke,
    check() {
      if (signal.aborted) return Promise.resolve();
      forced = true;
      const ended = new Promise<void>((resolve) => waiting.push(resolve));
      poke();
      return ended;
    },
    retryNow: () => backoff?.abort(),
  };
}

function release(waiting: readonly (() => void)[]): void {
  for (const resolve of waiting) resolve();
}
