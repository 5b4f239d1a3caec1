import { expect, test } from 'vitest';
import type { LeftBehind } from '../../stores/account/left-behind.ts';
import { createDepartures } from './create-departures.ts';

const cabin = { id: 'cabin', name: 'Cabin' };

/** What was left behind is known once `found` is called. */
function setUp() {
  let found: (read: LeftBehind[]) => void = () => {};
  const read = new Promise<LeftBehind[]>((resolve) => {
    found = resolve;
  });
  return { departures: createDepartures({ readLeftBehind: () => read }), found };
}

test('[FLOW4] a group that went is told at once, whatever the server is still asked about others', () => {
  const { departures } = setUp();
  departures.look([cabin]);
  expect(departures.told(null)).toEqual([{ ...cabin, hasDrafts: false }]);
});

test('[DRAFT6] what was half typed there is told as soon as it is known, until it is dismissed', async () => {
  const { departures, found } = setUp();
  departures.look([cabin]);
  found([{ id: 'cabin', name: null }]);
  await Promise.resolve();
  expect(departures.told(null)).toEqual([{ ...cabin, hasDrafts: true }]);
  departures.dismiss('cabin');
  expect(departures.told(null)).toEqual([]);
});
