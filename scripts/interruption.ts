import process from 'node:process';

const ORPHAN_CHECK_MS = 1_000;

/**
 * Aborts on the first Ctrl-C or kill, or when the process that started this one is gone without having passed its own on. Later ones
 * change nothing: a terminal sends one to the whole group while npm passes on another, and the second must not cut short the saving
 * that the first began.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && controller.abort(), ORPHAN_CHECK_MS).unref();
  return controller.signal;
}

export const untilAborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
