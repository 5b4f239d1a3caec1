import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { balanceKey, tell } from './telling.ts';

const START = { news: ['before'], balance: 'settled', text: '', turn: 0 };
const words = (balance: string) => ({ news: (news: readonly string[]) => news.join(', '), balance: () => balance });

test('[NEWS1] what others did and the balance that came of it are told in one go, each only where there is something to tell', () => {
  const added = tell(START, ['Ben added “Soup”, €8.00'], 'EUR -400', words('You owe €4.00'));
  expect(added).toMatchObject({ text: 'Ben added “Soup”, €8.00. You owe €4.00', turn: 1 });
  const renamed = tell(added, ['Ben changed the group: name'], added.balance, words('You owe €4.00'));
  expect(renamed).toMatchObject({ text: 'Ben changed the group: name', turn: 2 });
  expect(tell(renamed, renamed.news, renamed.balance, words('You owe €4.00'))).toBe(renamed);
});

test('[NEWS1] of a change of the reader’s own the balance alone is told', () => {
  expect(tell(START, START.news, 'EUR 500', words('You are owed €5.00'))).toMatchObject({ text: 'You are owed €5.00', turn: 1 });
});

test('[NEWS1] what was there before the visit arrives untold, with the balance that came of it; what follows is told', () => {
  const begun = tell(START, [], 'EUR 500', words('You are owed €5.00'));
  expect(begun).toMatchObject({ text: '', turn: 0 });
  expect(tell(begun, begun.news, begun.balance, words('You are owed €5.00'))).toBe(begun);
  expect(tell(begun, begun.news, 'EUR 900', words('You are owed €9.00'))).toMatchObject({ text: 'You are owed €9.00', turn: 1 });
});

test('[NEWS1] the same words twice are told twice', () => {
  const once = tell(START, ['Ben added “Soup”'], START.balance, words(''));
  const twice = tell(once, ['Ben added “Soup”'], START.balance, words(''));
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
