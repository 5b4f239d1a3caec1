import type { Surroundings } from '../ports.ts';
import { Problem } from '../problem.ts';

const ATTEMPTS = 8;
const FIRST_DELAY_MS = 10;
const LONGEST_DELAY_MS = 640;

/**
 * Repeats a read-decide-commit cycle until it succeeds; `attempt` answers null when its commit lost against another one.
 * Full jitter: a delay is anything from 0 to a ceiling that doubles, so that rivals do not meet again.
 * @throws Problem `busy` after the eighth attempt, and whatever `attempt` throws
 */
export async function retryCommit<T>({ random, sleep }: Surroundings, attempt: () => Promise<T | null>): Promise<T> {
  for (let tried = 1; ; tried++) {
    const result = await attempt();
    if (result !== null) return result;
    if (tried === ATTEMPTS) throw new Problem('busy');
    await sleep(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** tried));
  }
}
