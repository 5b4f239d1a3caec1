import { describe, expect, test } from 'vitest';
import { GROUP_ID } from '../local-db/testing/samples.ts';
import { createModelClient } from './testing/model-client.ts';
import { createModelServer } from './testing/model-server.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

function setUp() {
  const clock = createVirtualClock();
  const server = createModelServer(clock);
  const client = createModelClient(server, clock);
  const page = new AbortController();
  const open = () => client.sync.open(GROUP_ID, page.signal);
  /** Whether what waits for the first screen may begin. */
  const mayBegin = () => {
    const seen = { done: false };
    void client.sync.shown().then(() => {
      seen.done = true;
    });
    return seen;
  };
  return { clock, server, client, page, open, mayBegin };
}

describe('what waits for the first screen', () => {
  test('[POKE13] begins when the group that is open has its answer', async () => {
    const { clock, server, open, mayBegin } = setUp();
    server.setWeather({ delayMs: () => 400 });
    open();
    const seen = mayBegin();
    await clock.advance(700);
    expect(seen.done).toBe(false);
    await clock.advance(300);
    expect(seen.done).toBe(true);
  });

  test('[POKE13] begins when the group is closed before its answer, and is not held up by one that never answers', async () => {
    const { clock, server, page, open, mayBegin } = setUp();
    server.setWeather({ delayMs: () => 60_000 });
    open();
    const [closing, waiting] = [mayBegin(), mayBegin()];
    await clock.advance(1000);
    page.abort();
    await clock.advance(0);
    expect(closing.done).toBe(true);
    const other = setUp();
    other.server.setWeather({ delayMs: () => 60_000 });
    other.open();
    const patient = other.mayBegin();
    await other.clock.advance(4999);
    expect([patient.done, waiting.done]).toEqual([false, true]);
    await other.clock.advance(1);
    expect(patient.done).toBe(true);
  });
});
