import { setImmediate as settled } from 'node:timers/promises';

/** A clock that stands still while anything computes, and jumps to the next event when nothing does. Milliseconds. */
export interface VirtualTime {
  now(): number;
  /** Runs `event` after `ms`; events of the same moment run in the order in which they were set up. */
  after(ms: number, event: () => void): void;
  wait(ms: number): Promise<void>;
  /** Runs until no event is left. @throws after `limit` events, since a protocol may chase its own tail */
  run(limit?: number): Promise<void>;
}

interface Event {
  at: number;
  order: number;
  run: () => void;
}

export function createVirtualTime(): VirtualTime {
  let now = 0;
  let order = 0;
  const queue: Event[] = [];

  function after(ms: number, run: () => void): void {
    const event = { at: now + Math.max(0, ms), order: order++, run };
    let place = queue.length;
    while (place > 0 && isLater(queue[place - 1], event)) place--;
    queue.splice(place, 0, event);
  }

  async function run(limit = 20_000): Promise<void> {
    for (let ran = 0; ; ran++) {
      // Everything that follows at once from the last event must have happened before time goes on.
      await settled();
      const next = queue.shift();
      if (next === undefined) return;
      if (ran === limit) throw new Error(`still busy after ${limit} events`);
      now = next.at;
      next.run();
    }
  }

  return { now: () => now, after, wait: (ms) => new Promise((resolve) => after(ms, resolve)), run };
}

const isLater = (queued: Event | undefined, event: Event) => queued !== undefined && queued.at > event.at;
