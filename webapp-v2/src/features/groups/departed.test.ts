import { expect, test } from 'vitest';
import { announced, departedBetween } from './departed.ts';

const [cabin, choir, flat] = ['Cabin', 'Choir', 'Flat'].map((name) => ({ id: name.toLowerCase(), name })) as [Named, Named, Named];
type Named = { id: string; name: string };
const NOTHING = { openId: null, left: new Set<string>() };

test('[FLOW4] a group that goes out of the list is told by its name, wherever the reader is', () => {
  expect(departedBetween([cabin, choir, flat], [flat, cabin], NOTHING)).toEqual([choir]);
  expect(departedBetween([cabin, choir], [], { ...NOTHING, openId: 'another' })).toEqual([cabin, choir]);
});

test('[FLOW4] the group whose page is open tells it itself; new ones and a new order are no departure', () => {
  expect(departedBetween([cabin, choir], [cabin], { ...NOTHING, openId: 'choir' })).toEqual([]);
  expect(departedBetween([cabin], [flat, choir, cabin], NOTHING)).toEqual([]);
});

test('[FLOW4] whoever left a group is not told that it went, though their list says so only when they are home', () => {
  expect(departedBetween([cabin, choir], [], { ...NOTHING, left: new Set(['choir']) })).toEqual([cabin]);
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
