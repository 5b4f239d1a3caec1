import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zeroSumGroups } from './zero-sum.ts';

const balanced = (maxLength: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: -6, max: 6 }), { maxLength })
    .map((values) => [...values, -values.reduce((sum, value) => sum + value, 0)].filter((value) => value !== 0));

/** Every set partition in turn: the first member joins each group of each partition of the others, or is a group of its own. */
function mostGroupsByEnumeration(values: readonly number[]): number {
  let most = 0;
  const place = (index: number, groups: readonly number[]): void => {
    const value = values[index];
    if (value === undefined) {
      if (groups.every((sum) => sum === 0)) most = Math.max(most, groups.length);
      return;
    }
    groups.forEach((sum, position) => {
      place(index + 1, groups.with(position, sum + value));
    });
    place(index + 1, [...groups, value]);
  };
  place(0, []);
  return most;
}

test('[SET2] groups partition the values, each sums to 0, and there are as many as enumeration finds', () => {
  fc.assert(
    fc.property(balanced(7), (values) => {
      const groups = zeroSumGroups(values);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(values.map((_, index) => index));
      expect(groups.map((group) => group.reduce((sum, index) => sum + (values[index] ?? 0), 0))).toEqual(groups.map(() => 0));
      expect(groups).toHaveLength(mostGroupsByEnumeration(values));
    }),
    { numRuns: 300 },
  );
});

test('[SET2] nobody makes no group', () => {
  expect(zeroSumGroups([])).toEqual([]);
});
