import type { Group } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { groupEditOf } from './group-draft.ts';

const group = { name: 'Flat', description: '', currency: 'EUR', settings: { simplifyDebts: true } } as Group;

test('what was not touched, or typed back to what it is, is no edit', () => {
  expect(groupEditOf({}, group)).toBeNull();
  expect(groupEditOf({ name: ' Flat ', description: '', currency: 'EUR', simplifyDebts: true }, group)).toBeNull();
});

test('[TEXT2] pasted text is sent as the server keeps it', () => {
  expect(groupEditOf({ name: 'Flat\t2', description: 'Zoe\u0301\r\nBo' }, group)).toEqual({ name: 'Flat 2', description: 'Zo\u00e9\nBo' });
});

test('an edit names only what differs', () => {
  expect(groupEditOf({ name: 'Flat 2', currency: 'EUR' }, group)).toEqual({ name: 'Flat 2' });
  expect(groupEditOf({ simplifyDebts: false }, group)).toEqual({ settings: { simplifyDebts: false } });
  expect(groupEditOf({ description: ' upstairs ', currency: 'SEK' }, group)).toEqual({ description: 'upstairs', currency: 'SEK' });
});
