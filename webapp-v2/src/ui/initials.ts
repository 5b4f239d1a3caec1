const TONES = 8;

/** The first letters of the first and last word, by what readers see as one letter; "?" for a name without any. */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s\-–]+/u)
    .map(firstLetter)
    .filter(Boolean);
  const first = words[0] ?? '?';
  return words.length > 1 ? first + (words.at(-1) ?? '') : first;
}

/** One of eight tones, always the same for an id. */
export function toneOf(id: string): number {
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum = (sum * 31 + id.charCodeAt(index)) % 9973;
  return sum % TONES;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment.toLocaleUpperCase();
  }
  return '';
}
