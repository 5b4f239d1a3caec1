import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

function counted(failures = 0) {
  let time = 0;
  let reads = 0;
  const read = remembered(
    async () => {
      reads++;
      if (reads <= failures) throw new Error('out of reach');
      return reads;
    },
    1000,
    () => time,
  );
  const at = (moment: number) => {
    time = moment;
    return read();
  };
  return { at, reads: () => reads };
}

test('all who ask within the time share one read, those who ask later get a new one', async () => {
  const { at } = counted();
  expect(await Promise.all([at(0), at(0), at(999)])).toEqual([1, 1, 1]);
  expect(await at(1000)).toBe(2);
});

test('a failure is told to those who waited for it, and not remembered', async () => {
  const { at } = counted(1);
  await expect(at(0)).rejects.toThrow('out of reach');
  expect(await at(1)).toBe(2);
});
