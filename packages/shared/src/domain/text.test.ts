import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseLine, normaliseText } from './text.ts';

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'e\u0301', '\u00e9', '\t', '\r', '\n', '\0', '\u0085', ' ', '\u00a0', '&') }),
);

test('[TEXT1] pasted control characters become spaces, and letters are composed', () => {
  expect(normaliseLine('\tFish & chips\r\nat Zoe\u0301\u2019s\0')).toBe('Fish & chips  at Zo\u00e9\u2019s');
  expect(normaliseText(' one\r\ntwo\rthree\tfour\u0000five\n')).toBe('one\ntwo\nthree\tfour five');
});

test('[TEXT1] normal text stays as it is', () => {
  fc.assert(
    fc.property(typed, (input) => {
      for (const normalise of [normaliseLine, normaliseText]) expect(normalise(normalise(input))).toBe(normalise(input));
    }),
  );
});
