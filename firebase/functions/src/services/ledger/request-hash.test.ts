import { expect, test } from 'vitest';
import { requestHash } from './request-hash.ts';

test('endpoint, parameters and body all belong to what a mutation id stands for', () => {
  const hashes = [
    requestHash('createExpense', { groupId: 'a' }, { note: 'x' }),
    requestHash('addMember', { groupId: 'a' }, { note: 'x' }),
    requestHash('createExpense', { groupId: 'b' }, { note: 'x' }),
    requestHash('createExpense', { groupId: 'a' }, { note: 'y' }),
  ];
  expect(new Set(hashes).size).toBe(4);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});
