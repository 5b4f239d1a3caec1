import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, toneOf } from './initials.ts';

describe('initials', () => {
  test.each([
    ['Mara Linde', 'ML'],
    ['Ola', 'O'],
    ['maximiliane-theodora zu ostrowa', 'MO'],
    ['Āḥmad bin Saʿd', 'ĀS'],
    ['李 小龙', '李小'],
    ['👩‍🚒 Zoë', '👩‍🚒Z'],
    ['  — ', '?'],
    ['(Bo)', 'B'],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('somebody always has the same of the eight tones', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(toneOf(id)).toBe(toneOf(id));
        expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(toneOf(id));
      }),
    );
  });
});
