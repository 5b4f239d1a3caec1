import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { balanceKey, type Told, tell } from './telling.ts';

const START: Told<string> = { news: ['before'], untold: [], balance: 'settled', text: '', turn: 0 };
const [HEARD, HELD] = [false, true];
const words = (balance: string) => ({ news: (news: readonly string[]) => news.join(', '), balance: () => balance });

test('[NEWS1] what others did and the balance that came of it are told in one go, each only where there is something to tell', () => {
  const added = tell(START, ['Ben added “Soup”, €8.00'], 'EUR -400', words('You owe €4.00'), HEARD);
  expect(added).toMatchObject({ text: 'Ben added “Soup”, €8.00. You owe €4.00', turn: 1 });
  const renamed = tell(added, ['Ben changed the group: name'], added.balance, words('You owe €4.00'), HEARD);
  expect(renamed).toMatchObject({ text: 'Ben changed the group: name', turn: 2 });
  expect(tell(renamed, renamed.news, renamed.balance, words('You owe €4.00'), HEARD)).toBe(renamed);
});

test('[NEWS1] of a change of the reader’s own the balance alone is told', () => {
  expect(tell(START, START.news, 'EUR 500', words('You are owed €5.00'), HEARD)).toMatchObject({ text: 'You are owed €5.00', turn: 1 });
});

test('[NEWS1] what was there before the visit arrives untold, with the balance that came of it; what follows is told', () => {
  const begun = tell(START, [], 'EUR 500', words('You are owed €5.00'), HEARD);
  expect(begun).toMatchObject({ text: '', turn: 0 });
  expect(tell(begun, begun.news, begun.balance, words('You are owed €5.00'), HEARD)).toBe(begun);
  expect(tell(begun, begun.news, 'EUR 900', words('You are owed €9.00'), HEARD)).toMatchObject({ text: 'You are owed €9.00', turn: 1 });
});

test('[NEWS1] the same words twice are told twice', () => {
  const once = tell(START, ['Ben added “Soup”'], START.balance, words(''), HEARD);
  const twice = tell(once, ['Ben added “Soup”'], START.balance, words(''), HEARD);
  expect([twice.text === once.text, twice.turn]).toEqual([true, 2]);
});

test('[NEWS1] the same amounts in another order, as after a change of the group’s currency, are the same balance', () => {
  const [euros, yen] = [
    { currency: 'EUR', amount: minor(-400) },
    { currency: 'JPY', amount: minor(500) },
  ];
  const key = balanceKey([euros, yen], 'balance.settledOwn');
  expect(balanceKey([yen, euros], 'balance.settledOwn')).toBe(key);
  expect(balanceKey([euros], 'balance.settledOwn')).not.toBe(key);
  expect(balanceKey([], 'balance.settled')).not.toBe(balanceKey([], 'balance.settledOwn'));
});

test('[NEWS3] what comes while nothing is heard is told afterwards, as one change, with the balance as it is by then', () => {
  const one = tell(START, ['Ben added “Soup”'], 'EUR -400', words('You owe €4.00'), HELD);
  const two = tell(one, ['Ada added “Tea”', 'Ada added “Milk”'], 'EUR -700', words('You owe €7.00'), HELD);
  expect([two.text, two.turn, tell(two, two.news, 'EUR -700', words('You owe €7.00'), HELD)]).toEqual(['', 0, two]);
  const after = tell(two, two.news, 'EUR -700', words('You owe €7.00'), HEARD);
  expect(after).toMatchObject({ text: 'Ben added “Soup”, Ada added “Tea”, Ada added “Milk”. You owe €7.00', turn: 1 });
  expect(tell(after, after.news, 'EUR -700', words('You owe €7.00'), HEARD)).toBe(after);
});

test('[NEWS3] what the reader changed meanwhile is told afterwards by its balance, and not at all where that is what it was', () => {
  const saved = tell(START, START.news, 'EUR 500', words('You are owed €5.00'), HELD);
  expect(tell(saved, START.news, 'EUR 500', words('You are owed €5.00'), HEARD)).toMatchObject({ text: 'You are owed €5.00', turn: 1 });
  expect(tell(saved, START.news, START.balance, words('All settled'), HEARD)).toBe(START);
});
