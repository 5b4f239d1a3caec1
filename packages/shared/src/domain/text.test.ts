import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseLine, normaliseText } from './text.ts';

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', 'e\u0301', '\u00e9', '\t', '\r', '\n', '\0', '\u0085', ' ', '\u00a0', '\u200b', '\u200d', '\u202e', '&'),
  }),
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

test('[TEXT1] what shows nothing, or turns the text around it, is left out; what joins letters and emoji stays', () => {
  for (const normalise of [normaliseLine, normaliseText]) {
    expect(normalise('\u202eannA\u202c \u2067and\u2069 Bo\u200b\u2060\ufeff')).toBe('annA and Bo');
    expect(normalise('e\u200b\u0301')).toBe('\u00e9');
    const joined = '\u{1f469}\u200d\u{1f680} \u0645\u06cc\u200c\u0631\u0648\u0645 \u200f\u05d0\u200e';
    expect(normalise(joined)).toBe(joined);
  }
});

test('[TEXT1] text of which nothing can be seen is empty', () => {
  for (const unseen of ['\u200b', '\u200d\u200c', ' \u2800 ', '\u3164', '\u200e\ufe0f', '\u{e0020}']) {
    expect([normaliseLine(unseen), normaliseText(`${unseen}\n`)]).toEqual(['', '']);
  }
});
