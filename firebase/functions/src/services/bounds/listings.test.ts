import { expect, test } from 'vitest';
import { createDigest } from '../reading/digest.ts';
import { createListings } from './listings.ts';

test('[REST25] an account that asks for many lists at once is refused, and nobody else is', async () => {
  let reading = 0;
  let mostAtOnce = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const digest = createDigest({
    groups: {
      get: async () => null,
      listOf: async () => [],
      countOf: async () => 0,
      async changedSince() {
        mostAtOnce = Math.max(mostAtOnce, ++reading);
        await opened;
        reading--;
        return [];
      },
    },
    departures: { since: async () => [] },
    listings: createListings({ now: () => 0, sleep: async () => {} }),
    readEpoch: async () => 'e',
    now: () => 0,
  });
  const ask = (userId: string) =>
    digest({ cursor: undefined, wait: 0 }, userId).then(
      () => 'told',
      (refusal) => refusal.code,
    );
  const greedy = Array.from({ length: 20 }, () => ask('greedy'));
  const other = ask('other');
  open();
  expect((await Promise.all(greedy)).filter((outcome) => outcome === 'busy')).toHaveLength(6);
  expect(await other).toBe('told');
  expect(mostAtOnce).toBe(4);
});
