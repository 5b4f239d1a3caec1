import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const limited = expect.objectContaining({ code: 'rate-limited' });
const limitOf = (strangersPerMinute: number) => createRateLimit({ readsPerMinute: 1, mutationsPerMinute: 1, strangersPerMinute }, () => 0);
const at = (claimed: string, vouched = claimed) => ({ claimed, vouched });

test('[REST17] an account and an address of the same name have nothing to do with each other', () => {
  const limit = limitOf(1);
  limit.account('10.0.0.1', false);
  limit.account('10.0.0.1', true);
  limit.stranger(at('10.0.0.1'));
  expect(() => limit.stranger(at('10.0.0.1'))).toThrow(expect.objectContaining({ details: { retryAfterMs: 60_000 } }));
});

test('[REST17] a read counts once more for every 20 rows that it has told; they are made up for before the next', () => {
  let now = 0;
  const limit = createRateLimit({ readsPerMinute: 6, mutationsPerMinute: 1, strangersPerMinute: 1 }, () => now);
  limit.account('mara', false);
  limit.rows('mara', 19);
  limit.rows('mara', 99);
  limit.account('mara', false);
  limit.rows('mara', 45);
  expect(() => limit.account('mara', false)).toThrow(expect.objectContaining({ details: { retryAfterMs: 30_000 } }));
  limit.account('mara', true);
  limit.account('jonte', false);
  now = 30_000;
  limit.account('mara', false);
});

test('[REST17] whether there is room can be asked for nothing', () => {
  const limit = limitOf(1);
  for (let nth = 0; nth < 3; nth++) limit.requireRoom(at('10.0.0.1'));
  limit.stranger(at('10.0.0.1'));
  expect(() => limit.requireRoom(at('10.0.0.1'))).toThrow(limited);
  limit.requireRoom(at('10.0.0.2'));
});

test('[REST17] who makes up another address for every call is bounded by the one they call from', () => {
  const limit = limitOf(5);
  for (let nth = 0; nth < 50; nth++) limit.stranger(at(`10.0.0.${nth}`, '192.0.2.1'));
  expect(() => limit.stranger(at('10.0.1.1', '192.0.2.1'))).toThrow(limited);
  limit.stranger(at('10.0.1.2', '192.0.2.2'));
});

test('[REST17] an address that goes on after its own calls are used up takes none from those behind the same proxy', () => {
  const limit = limitOf(5);
  for (let nth = 0; nth < 5; nth++) limit.stranger(at('10.0.0.1', '192.0.2.1'));
  for (let nth = 0; nth < 100; nth++) expect(() => limit.stranger(at('10.0.0.1', '192.0.2.1'))).toThrow(limited);
  limit.stranger(at('10.0.0.2', '192.0.2.1'));
});
