import { expect, test } from 'vitest';
import { lineBeside } from './line-beside.ts';

const day = (n: number) => ({ id: `${n}`, date: `2026-03-0${n}`, createdAt: n });
const then = {
  rows: [5, 4, 1].map((n) => ({ expense: day(n) })),
  settlements: [3, 2].map((n) => ({ settlement: day(n) })),
} as unknown as Parameters<typeof lineBeside>[1];
const beside = (id: string, drawn: string) => lineBeside(id, then, (id) => (drawn.includes(id) ? ({ id } as HTMLElement) : null))?.id;

test('[WRITE3] when a deletion cannot be undone any more, the reader goes on at the line below it, or else above', () => {
  expect(beside('4', '5321')).toBe('3');
  expect(beside('4', '51')).toBe('1');
  expect(beside('1', '5432')).toBe('2');
  expect([beside('4', ''), beside('unknown', '54321')]).toEqual([undefined, undefined]);
});
