import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { LeftBehind } from '../../stores/account/left-behind.ts';
import { createDepartures } from './create-departures.ts';

const cabin = { id: 'cabin', name: 'Cabin' };
const choir = { id: 'choir', name: 'Choir' };

/** A list of both groups, followed; what was left behind is known once `found` is called. */
function setUp() {
  let found: (read: LeftBehind[]) => void = () => {};
  const read = new Promise<LeftBehind[]>((resolve) => {
    found = resolve;
  });
  const groups = signal([cabin, choir]);
  const page: { openId: string | null } = { openId: null };
  const departures = createDepartures({ groups, status: signal('ready'), readLeftBehind: () => read });
  departures.follow([], () => page.openId);
  const lose = (id: string) => {
    groups.value = groups.value.filter((group) => group.id !== id);
  };
  return { departures, page, lose, found };
}

test('[FLOW4] a group that went is told at once, whatever the server is still asked about others', () => {
  const { departures, lose } = setUp();
  lose('cabin');
  expect(departures.told(null)).toEqual([{ ...cabin, hasDrafts: false }]);
});

test('[FLOW4] whoever leaves a group from its page is not told that it went, though they are home before the next frame', () => {
  const { departures, page, lose } = setUp();
  page.openId = 'choir';
  lose('choir');
  page.openId = null;
  expect(departures.told(null)).toEqual([]);
  lose('cabin');
  expect(departures.told(null)).toEqual([{ ...cabin, hasDrafts: false }]);
});

test('[DRAFT6] what was half typed there is told as soon as it is known, until it is dismissed', async () => {
  const { departures, lose, found } = setUp();
  lose('cabin');
  found([{ id: 'cabin', name: null }]);
  await Promise.resolve();
  expect(departures.told(null)).toEqual([{ ...cabin, hasDrafts: true }]);
  departures.dismiss('cabin');
  expect(departures.told(null)).toEqual([]);
});
