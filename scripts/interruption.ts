import process from 'node:process';

/**
 * Aborts on the first Ctrl-C or kill. Later ones change nothing: a terminal sends one to the whole group while npm passes on another, and
 * the second must not cut short the saving that the first began.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

export const untilAborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
