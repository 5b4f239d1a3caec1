import { describe, expect, test } from 'vitest';
import type { Call } from '../api.ts';
import { ApiProblem, Unreachable } from '../api-error.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { type Quality, watchQuality } from './quality.ts';

type Answer = 'good' | 'slow' | 'refused' | 'missing' | 'broken';

function setUp() {
  const clock = createVirtualClock();
  const heard: Quality[] = [];
  let next: { kind: Answer; ms: number } = { kind: 'good', ms: 0 };
  const answer = (async () => {
    const { kind, ms } = next;
    await clock.sleep(ms);
    if (kind === 'refused') throw new ApiProblem(412, 'stale-version');
    if (kind === 'broken') throw new ApiProblem(503, 'busy');
    if (kind === 'missing') throw new Unreachable();
    return {};
  }) as unknown as Call;
  const call = watchQuality(answer, clock, (quality) => heard.push(quality));
  const ask = (kind: Answer, { ms = kind === 'slow' ? 20_000 : 100, signal }: { ms?: number; signal?: AbortSignal } = {}) => {
    next = { kind, ms };
    void call('getMe', { params: {} }, signal).catch(() => {});
  };
  const asked = async (...kinds: Answer[]) => {
    for (const kind of kinds) {
      ask(kind);
      await clock.advance(200);
    }
    return heard.at(-1) ?? 'good';
  };
  return { clock, heard, ask, asked };
}

describe('the quality of the connection', () => {
  test('[CONN1] two missing or broken answers among six make it poor; one does not', async () => {
    expect(await setUp().asked('missing', 'good', 'good', 'good', 'good', 'good', 'broken')).toBe('good');
    expect(await setUp().asked('missing', 'good', 'good', 'good', 'good', 'broken')).toBe('poor');
  });

  test('[CONN1] a refusal is a good answer', async () => {
    expect(await setUp().asked('refused', 'refused', 'refused')).toBe('good');
  });

  test('[CONN2] slowness counts as soon as it shows, not when the answer arrives at last', async () => {
    const { clock, heard, ask } = setUp();
    ask('slow');
    ask('slow');
    await clock.advance(2999);
    expect(heard).toEqual([]);
    await clock.advance(1);
    expect(heard).toEqual(['poor']);
    await clock.advance(60_000);
    expect(heard).toEqual(['poor']);
  });

  test('[CONN3] three good answers in a row make it good again', async () => {
    const { heard, asked } = setUp();
    await asked('missing', 'missing', 'good', 'good', 'missing', 'good', 'good');
    expect(heard).toEqual(['poor']);
    await asked('good');
    expect(heard).toEqual(['poor', 'good']);
  });

  test('[CONN6] while nothing at all has answered for 10 s it is silent, until anything answers, be it a refusal', async () => {
    const { clock, heard, asked } = setUp();
    await asked('missing', 'missing');
    await clock.advance(9000);
    expect(await asked('missing')).toBe('poor');
    await clock.advance(600);
    expect([await asked('missing'), await asked('refused'), await asked('good', 'good')]).toEqual(['silent', 'poor', 'good']);
    expect(heard).toEqual(['poor', 'silent', 'poor', 'good']);
  });

  test('[CONN6] a server that refuses everything, or whose answers come late, is not silent', async () => {
    const { clock, heard, ask, asked } = setUp();
    for (let times = 0; times < 4; times++) {
      await asked('broken');
      await clock.advance(5000);
    }
    ask('slow');
    await clock.advance(30_000);
    expect(heard).toEqual(['poor']);
  });

  test('[CONN6] an answer to anything ends the silence, also for what was asked before it and fails after it', async () => {
    const { clock, heard, ask } = setUp();
    ask('refused', { ms: 11_000 });
    await clock.advance(500);
    ask('missing', { ms: 12_000 });
    await clock.advance(20_400);
    expect(heard).toEqual(['poor']);
    ask('missing');
    await clock.advance(200);
    expect(heard).toEqual(['poor', 'silent']);
  });

  test('[CONN1] what its asker gave up says nothing', async () => {
    const { clock, heard, ask } = setUp();
    for (let times = 0; times < 3; times++) {
      const given = new AbortController();
      ask('slow', { signal: given.signal });
      await clock.advance(100);
      given.abort();
    }
    await clock.advance(60_000);
    expect(heard).toEqual([]);
  });
});
