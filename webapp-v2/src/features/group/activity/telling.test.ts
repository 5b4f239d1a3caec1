import { expect, test } from 'vitest';
import { tell } from './telling.ts';

const START = { news: ['before'], balance: 'All settled', text: '', turn: 0 };
const words = (news: readonly string[]) => news.join(', ');

test('[NEWS1] what others did and the balance that came of it are told in one go, each only where there is something to tell', () => {
  const added = tell(START, ['Ben added “Soup”, €8.00'], 'You owe €4.00', words);
  expect(added).toMatchObject({ text: 'Ben added “Soup”, €8.00. You owe €4.00', turn: 1 });
  const renamed = tell(added, ['Ben changed the group: name'], added.balance, words);
  expect(renamed).toMatchObject({ text: 'Ben changed the group: name', turn: 2 });
  expect(tell(renamed, renamed.news, renamed.balance, words)).toBe(renamed);
});

test('[NEWS1] of a change of the reader’s own the balance alone is told', () => {
  expect(tell(START, START.news, 'You are owed €5.00', words)).toMatchObject({ text: 'You are owed €5.00', turn: 1 });
});

test('[NEWS1] the same words twice are told twice', () => {
  const once = tell(START, ['Ben added “Soup”'], START.balance, words);
  const twice = tell(once, ['Ben added “Soup”'], START.balance, words);
  expect([twice.text === once.text, twice.turn]).toEqual([true, 2]);
});
