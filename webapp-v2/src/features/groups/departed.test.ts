import { expect, test } from 'vitest';
import { announced, departedBetween } from './departed.ts';

const [cabin, choir, flat] = ['Cabin', 'Choir', 'Flat'].map((name) => ({ id: name.toLowerCase(), name })) as [Named, Named, Named];
type Named = { id: string; name: string };

test('[FLOW4] a group that goes out of the list is told by its name, wherever the reader is', () => {
  expect(departedBetween([cabin, choir, flat], [flat, cabin], null)).toEqual([choir]);
  expect(departedBetween([cabin, choir], [], 'another')).toEqual([cabin, choir]);
});

test('[FLOW4] the group whose page is open tells it itself; new ones and a new order are no departure', () => {
  expect(departedBetween([cabin, choir], [cabin], 'choir')).toEqual([]);
  expect(departedBetween([cabin], [flat, choir, cabin], null)).toEqual([]);
});

test('[DRAFT6] what was typed in a group that is gone is told until it is discarded, whether or not it has just gone', () => {
  const typed = { ...cabin, name: null };
  expect(announced([cabin, choir], [typed], null)).toEqual([
    { ...choir, hasDrafts: false },
    { ...cabin, hasDrafts: true },
  ]);
  expect(announced([], [typed], null)).toEqual([{ ...typed, hasDrafts: true }]);
  expect(announced([], [typed], 'cabin')).toEqual([]);
});
