import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGroupLines } from './group-lines.ts';

function setUp() {
  const lines = createGroupLines({ now: () => 0, sleep: () => new Promise(() => {}) });
  const done: string[] = [];
  const job = (name: string) => async () => {
    await nextTurn();
    done.push(name);
    return name;
  };
  return {
    lines,
    done,
    spends: (member: string, name = member) => lines.run('g', member, job(name)),
    comesIn: (stranger: string, name = stranger) => lines.enter('g', stranger, job(name)),
  };
}
const many = (count: number) => Array.from({ length: count }, (_, nth) => `s${nth}`);

test('[REST22] however many accounts come in at once, a member has the turn after next, and none is refused', async () => {
  const { done, spends, comesIn } = setUp();
  const strangers = many(201).map((name) => comesIn(name));
  await expect(comesIn('one too many')).rejects.toMatchObject({ code: 'busy' });
  const members = ['mara', 'jonte', 'tove'].map((name) => spends(name));
  await Promise.all(members);
  expect(done.filter((name) => name.startsWith('s')).length).toBeLessThanOrEqual(2);
  expect(await Promise.all(strangers)).toHaveLength(201);
});

test('[REST22] members who change much do not keep out who comes in: all who come have the turn of one account', async () => {
  const { done, spends, comesIn } = setUp();
  const burst = many(6).map((name) => spends('mara', name));
  await Promise.all([comesIn('ada'), comesIn('bo')]);
  expect(done).toEqual(['s0', 's1', 'ada', 's2', 's3', 'bo']);
  await Promise.all(burst);
});

test('[REST22] an account that comes in again and again leaves the door to the others', async () => {
  const { done, comesIn } = setUp();
  const first = comesIn('ada', 'a0');
  const flood = [1, 2, 3, 4, 5].map((nth) => comesIn('ada', `a${nth}`));
  await expect(comesIn('ada', 'a6')).rejects.toMatchObject({ code: 'busy' });
  await comesIn('bo');
  expect(done).toEqual(['a0', 'a1', 'bo']);
  await Promise.all([first, ...flood]);
});

test('a group that nobody changes has no line', async () => {
  const { lines, spends } = setUp();
  expect(lines.isTaken('g')).toBe(false);
  const change = spends('mara');
  expect(lines.isTaken('g')).toBe(true);
  expect(lines.isTaken('another')).toBe(false);
  await change;
  expect(lines.isTaken('g')).toBe(false);
});
