import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { MAX_AMOUNT, minor } from './money.ts';
import { amount, seed } from './testing/arbitraries.ts';

const anyWeights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 10_000 }), fc.maxSafeNat()), { minLength: 1, maxLength: 100 })
  .filter((weights) => weights.some((weight) => weight > 0));

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const bigSumOf = (values: readonly number[]): bigint => values.reduce((total, value) => total + BigInt(value), 0n);
const ones = (count: number): number[] => Array<number>(count).fill(1);

describe('allocate', () => {
  test('[ALC1] the parts sum to the total', () => {
    fc.assert(
      fc.property(amount, anyWeights, seed, (total, weights, key) => {
        expect(sumOf(allocate(total, weights, key))).toBe(total);
      }),
    );
  });

  test('[ALC2] every part differs from its exact quota by less than one unit', () => {
    fc.assert(
      fc.property(amount, anyWeights, seed, (total, weights, key) => {
        const weightSum = bigSumOf(weights);
        allocate(total, weights, key).forEach((part, index) => {
          const distance = BigInt(part) * weightSum - BigInt(total) * BigInt(weights[index] ?? 0);
          expect(distance < weightSum && distance > -weightSum).toBe(true);
        });
      }),
    );
  });

  test('[ALC2] an amount that divides evenly is divided exactly, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        seed,
        (unit, weights, key) => {
          expect(allocate(minor(unit * sumOf(weights)), weights, key)).toEqual(weights.map((weight) => unit * weight));
        },
      ),
    );
  });

  test('[ALC3] a weight of 0 gets nothing, and a greater weight never gets less', () => {
    fc.assert(
      fc.property(amount, anyWeights, seed, (total, weights, key) => {
        const parts = allocate(total, weights, key);
        const byWeight = parts.map((part, index) => ({ part, weight: weights[index] ?? 0 })).sort((a, b) => a.weight - b.weight);
        for (const { part, weight } of byWeight) if (weight === 0) expect(part).toBe(0);
        byWeight.slice(1).forEach((greater, index) => {
          const lesser = byWeight[index];
          if (lesser && lesser.weight < greater.weight) expect(greater.part).toBeGreaterThanOrEqual(lesser.part);
        });
      }),
    );
  });

  test('[ALC3] in an equal split nobody gets less because the total grew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 12 }), seed, (total, count, key) => {
        const before = allocate(minor(total), ones(count), key);
        const after = allocate(minor(total + 1), ones(count), key);
        expect(after.filter((part, index) => part < (before[index] ?? 0))).toEqual([]);
      }),
    );
  });

  test.each([
    { name: 'an equal split', total: 100, weights: [1, 1, 1], contenders: [0, 1, 2], odd: 1 },
    { name: 'two odd units among seven', total: 702, weights: ones(7), contenders: [0, 1, 2, 3, 4, 5, 6], odd: 2 },
    { name: 'equals that do not stand side by side', total: 4, weights: [2, 3, 2, 3, 2], contenders: [0, 2, 4], odd: 2 },
  ])('[ALC4] over many seeds the odd units of $name go to everybody equally often', ({ total, weights, contenders, odd }) => {
    const rounds = 6000;
    const extra = weights.map(() => 0);
    for (let round = 0; round < rounds; round++) {
      const parts = allocate(minor(total), weights, `expense-${round}`);
      parts.forEach((part, index) => {
        const floor = Math.floor((total * (weights[index] ?? 0)) / sumOf(weights));
        extra[index] = (extra[index] ?? 0) + part - floor;
      });
    }
    const fairShare = (rounds * odd) / contenders.length;
    for (const index of contenders) expect(Math.abs((extra[index] ?? 0) - fairShare)).toBeLessThan(0.08 * fairShare);
  });

  test('[ALC4] the same seed gives the same parts on every machine', () => {
    const served = (key: string): number => allocate(minor(100), [1, 1, 1], key).indexOf(minor(34));
    expect(['a', 'b', 'c', 'd', 'e', 'f', '', 'é🙂'].map(served)).toEqual([0, 0, 0, 1, 2, 2, 2, 1]);
  });

  test('[ALC1] stays exact where weight times total passes 2⁵³', () => {
    const half = Number.MAX_SAFE_INTEGER;
    expect(allocate(MAX_AMOUNT, [half, half, 1], 'x')).toEqual([50_000_000_000, 50_000_000_000, 0]);
  });

  test('[ALC1] gives the largest remainders the odd units', () => {
    expect(allocate(minor(10), [45, 25, 30], 'x').filter((part) => part === 3)).toHaveLength(1);
    expect(allocate(minor(100), [333, 333, 334], 'any')).toEqual([33, 33, 34]);
  });

  test.each([
    ['no weights', 10, []],
    ['only zero weights', 10, [0, 0]],
    ['a negative weight', 10, [2, -1]],
    ['a fraction as weight', 10, [1.5]],
    ['a negative total', -1, [1]],
  ])('[ALC5] refuses %s', (_, total, weights) => {
    expect(() => allocate(minor(total), weights, '')).toThrow(RangeError);
  });
});
