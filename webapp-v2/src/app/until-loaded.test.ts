import { expect, test } from 'vitest';
import { createVirtualClock } from '../sync/testing/virtual-clock.ts';
import { untilLoaded } from './until-loaded.ts';

/** Code that arrives at the given attempt. */
function codeAt(attempt: number) {
  const asked = { times: 0 };
  const load = async () => {
    asked.times += 1;
    if (asked.times < attempt) throw new Error('offline');
    return 'code';
  };
  return { asked, load };
}

test('[START2] code that does not come is asked for again every 2 s until it is there', async () => {
  const clock = createVirtualClock();
  const { asked, load } = codeAt(3);
  const loaded = untilLoaded(load, clock);
  await clock.advance(1999);
  expect(asked.times).toBe(1);
  await clock.advance(2001);
  expect([await loaded, asked.times]).toEqual(['code', 3]);
});

test('[SESS3] code that does not come is not asked for again when what needed it has ended, which goes on at once', async () => {
  const clock = createVirtualClock();
  const life = new AbortController();
  const { asked, load } = codeAt(100);
  const loaded = untilLoaded(load, clock, life.signal);
  await clock.advance(3000);
  life.abort();
  await expect(loaded).rejects.toThrow('offline');
  expect(asked.times).toBe(2);
});
