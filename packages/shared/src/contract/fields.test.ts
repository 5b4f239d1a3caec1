import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseLine, normaliseText, SPLIT_MODES } from '../domain/index.ts';
import { ENTRIES, line, text } from './fields.ts';

/** Of those characters that normalising minds. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', 'e\u0301', '\u00e9', '\t', '\r', '\n', '\0', '\u0085', ' ', '\u00a0', '\u200b', '\u200d', '\u202e', '&'),
  }),
);

test('[TEXT2] what a form has normalised is taken by the contract, and unchanged', () => {
  fc.assert(
    fc.property(typed, (input) => {
      const [one, several] = [normaliseLine(input), normaliseText(input)];
      if (one !== '') expect(line(1000).parse(one)).toBe(one);
      expect(text(1000).parse(several)).toBe(several);
    }),
  );
});

test('[TEXT2] what cannot be mended is refused: half a character', () => {
  expect([line(10).safeParse('a\ud800').success, text(10).safeParse('a\ud800').success]).toEqual([false, false]);
});

test('[TEXT1] nobody has a name that cannot be seen', () => {
  for (const unseen of ['\u200b\u200b', '\u200d', '\u202e', '\u3164']) expect(line(10).safeParse(unseen).success).toBe(false);
});

test('[TEXT3] what is far too long is refused as it is, and not put in order first, which takes the longer the more accents follow each other', () => {
  for (const schema of [line(10), text(10)]) {
    expect(schema.safeParse(`x${' '.repeat(39)}`).data).toBe('x');
    expect(schema.safeParse(`x${' '.repeat(40)}`).success).toBe(false);
  }
});

test('[REST19] what the numbers of a split are is told for each mode', () => {
  const told = [...ENTRIES.matchAll(/^- `(\w+)`: /gm)].map(([, mode]) => mode);
  expect(told).toEqual([...SPLIT_MODES]);
});
