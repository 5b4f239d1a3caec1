import type { Group } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { type GroupForm, groupContentOf, groupEditOf, groupFormOf } from './group-form.ts';

const group = { name: 'Flat', description: '', currency: 'EUR', settings: { simplifyDebts: true } } as Group;
const editOf = (patch: Partial<GroupForm>) => groupEditOf(group, groupContentOf({ ...groupFormOf(group), ...patch }));

test('what was not touched, or typed back to what it is, is no edit', () => {
  expect(editOf({})).toBeNull();
  expect(editOf({ name: ' Flat ', description: '' })).toBeNull();
});

test('[TEXT2] pasted text is sent as the server keeps it', () => {
  expect(editOf({ name: 'Flat\t2', description: 'Zoe\u0301\r\nBo' })).toEqual({ name: 'Flat 2', description: 'Zo\u00e9\nBo' });
});

test('an edit names only what differs', () => {
  expect(editOf({ name: 'Flat 2' })).toEqual({ name: 'Flat 2' });
  expect(editOf({ simplifyDebts: false })).toEqual({ settings: { simplifyDebts: false } });
  expect(editOf({ description: ' upstairs ', currency: 'SEK' })).toEqual({ description: 'upstairs', currency: 'SEK' });
});
