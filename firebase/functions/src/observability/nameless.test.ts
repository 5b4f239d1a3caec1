import { expect, test } from 'vitest';
import { nameless } from './nameless.ts';

test.each([
  ['no document: projects/p/databases/(default)/documents/users/Xy12/mutations/m1', '/documents/users/…/mutations/m1'],
  ['There is no user record for "mara@example.org".', 'for "…@…".'],
])('what names a person is left out: %s', (text, rest) => {
  expect(nameless(text).endsWith(rest)).toBe(true);
});

test('a stack stays readable', () => {
  const stack =
    'Error: no\n    at run (file:///srv/users.js:1:2)\n    at /node_modules/.pnpm/express@5.1.0/node_modules/express/lib/router.js:3:4';
  expect(nameless(stack)).toBe(stack);
});
