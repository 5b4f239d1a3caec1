import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

test('[REST17] an account and an address of the same name have nothing to do with each other', () => {
  const limit = createRateLimit({ readsPerMinute: 1, mutationsPerMinute: 1, strangersPerMinute: 1 }, () => 0);
  limit.account('10.0.0.1', false);
  limit.account('10.0.0.1', true);
  limit.stranger('10.0.0.1');
  expect(() => limit.stranger('10.0.0.1')).toThrow(expect.objectContaining({ code: 'rate-limited', details: { retryAfterMs: 60_000 } }));
});
