/** Time as a parameter: everything that waits or asks for the time gets one of these, and tests get a virtual one. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts: look at the signal afterwards. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
    }),
};

/** In ms, on the clock of the events' time stamps. */
export const eventTime = (): number => performance.now();

/** How long ago `at` was, in ms. What lies ahead was noted before somebody set the clock back: that is long enough ago for anything. */
export function agoMs(clock: Clock, at: number): number {
  const ms = clock.now() - at;
  return ms < 0 ? Number.POSITIVE_INFINITY : ms;
}

/** Runs `run` every `ms` until `signal` aborts, for the first time after `ms`. A run that takes longer delays the next one. */
export async function every(clock: Clock, ms: number, run: () => void | Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(ms, signal);
    if (!signal.aborted) await run();
  }
}
