import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../sync/testing/virtual-clock.ts';
import { createConnectionStore } from './connection.ts';

describe('what is told of the connection', () => {
  test('[CONN4] poor is said of a live connection only: the others say worse', () => {
    const { store, report } = createConnectionStore(createVirtualClock());
    expect(store.state.value).toBe('connecting');
    report.quality('poor');
    expect(store.state.value).toBe('connecting');
    report.state('live');
    expect(store.state.value).toBe('poor');
    report.state('offline');
    expect(store.state.value).toBe('offline');
    report.state('live');
    report.quality('good');
    expect(store.state.value).toBe('live');
  });

  test('[CONN6] that nothing answers is said whatever is announced, unless the browser knows of no network', () => {
    const { store, report } = createConnectionStore(createVirtualClock());
    report.quality('silent');
    const said = (['connecting', 'live', 'polling', 'offline'] as const).map((state) => {
      report.state(state);
      return store.state.value;
    });
    expect(said).toEqual(['silent', 'silent', 'silent', 'offline']);
  });

  test('[CONN5] the wait for the next attempt is counted down, and ends with it', async () => {
    const clock = createVirtualClock();
    const { store, report } = createConnectionStore(clock);
    const seen: (number | null)[] = [];
    store.retryInMs.subscribe((ms) => seen.push(ms));
    report.state('polling');
    report.retryAt(2500);
    await clock.advance(2600);
    report.retryAt(null);
    await clock.advance(5000);
    expect(seen).toEqual([null, 2500, 1500, 500, null]);
  });

  test('[CONN5] nothing is waited for once the connection is there, or the browser knows of none', async () => {
    const clock = createVirtualClock();
    for (const state of ['live', 'offline'] as const) {
      const { store, report } = createConnectionStore(clock);
      report.retryAt(clock.now() + 9000);
      report.state(state);
      await clock.advance(2000);
      expect(store.retryInMs.value).toBeNull();
    }
  });
});
