import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, requestHash } from './request-hash.ts';

test('canonical JSON says the same value, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a field that is undefined is as good as absent', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

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
