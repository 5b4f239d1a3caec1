import type { Surroundings } from '../ports.ts';
import { Problem } from '../problem.ts';

export interface LineRules {
  /** Jobs that run at the same time. */
  atOnce: number;
  /** Jobs that wait for their turn, and how many of them may be one account's. */
  waiting: number;
  waitingOfOne: number;
  /** Who has waited for longer is refused: their own client has given up by then, or soon will (milliseconds). */
  longestWaitMs: number;
}

export type LineClock = Pick<Surroundings, 'now' | 'sleep'>;

export type Line = ReturnType<typeof createLine>;

interface Waiting {
  since: number;
  begin(): void;
  refuse(refusal: Problem): void;
}

/**
 * Lets a few jobs run at a time. Those that wait are taken by account in turn and by arrival within an account, so that a burst of one delays
 * the others by a job of it at most each time. Where no more may wait, whoever has fewer there takes the last place of the account that has most:
 * accounts that flood the line together keep nobody else out of it.
 * @throws Problem `busy` where too many wait already, or the turn comes too late
 */
export function createLine({ atOnce, waiting, waitingOfOne, longestWaitMs }: LineRules, { now, sleep }: LineClock) {
  /** In the order in which the accounts have their next turn. */
  const queues = new Map<string, Waiting[]>();
  let running = 0;
  let length = 0;

  /** Takes the first of the account whose turn it is; the account goes to the end. */
  const next = (): Waiting | undefined => {
    for (const [account, queue] of queues) {
      const first = queue.shift();
      queues.delete(account);
      if (queue.length > 0) queues.set(account, queue);
      if (first) length--;
      return first;
    }
    return undefined;
  };

  const leave = (): void => {
    running--;
    for (let first = next(); first; first = next()) {
      if (now() - first.since <= longestWaitMs) {
        running++;
        first.begin();
        return;
      }
      first.refuse(new Problem('busy'));
    }
  };

  const makeRoomBeside = (own: number): void => {
    let longest: Waiting[] = [];
    for (const queue of queues.values()) if (queue.length > longest.length) longest = queue;
    // One more than its own and no less: two accounts would only push each other out otherwise.
    const last = longest.length > own + 1 ? longest.pop() : undefined;
    if (!last) throw new Problem('busy');
    length--;
    last.refuse(new Problem('busy'));
  };

  const giveUp = (account: string, waiter: Waiting): void => {
    const queue = queues.get(account) ?? [];
    const place = queue.indexOf(waiter);
    if (place < 0 || now() - waiter.since <= longestWaitMs) return;
    queue.splice(place, 1);
    length--;
    if (queue.length === 0) queues.delete(account);
    waiter.refuse(new Problem('busy'));
  };

  const turn = async (account: string): Promise<void> => {
    if (running < atOnce) {
      running++;
      return;
    }
    const queue = queues.get(account) ?? [];
    if (queue.length >= waitingOfOne) throw new Problem('busy');
    if (length >= waiting) makeRoomBeside(queue.length);
    length++;
    queues.set(account, queue);
    const decided = new AbortController();
    try {
      await new Promise<void>((begin, refuse) => {
        const waiter = { since: now(), begin, refuse };
        queue.push(waiter);
        // A millisecond more: timers may run a little ahead of the clock. An aborted sleep has nothing to tell.
        sleep(longestWaitMs + 1, decided.signal).then(
          () => giveUp(account, waiter),
          () => undefined,
        );
      });
    } finally {
      decided.abort();
    }
  };

  return {
    /** Whether a job that came now would have to wait. */
    isTaken: (): boolean => running >= atOnce,

    async run<T>(account: string, job: () => Promise<T>): Promise<T> {
      await turn(account);
      try {
        return await job();
      } finally {
        leave();
      }
    },
  };
}
