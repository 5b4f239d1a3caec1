import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, differing } from './edits.ts';

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

test('[REST5] what an edit names differs where its value does, not where its keys stand in another order', () => {
  const before = { note: 'x', payers: { a: 1, b: 2 } };
  expect(differing(['note', 'payers'], { note: 'y', payers: { b: 2, a: 1 } }, before)).toEqual(['note']);
  expect(differing(['note', 'payers'], { note: undefined }, before)).toEqual([]);
});
