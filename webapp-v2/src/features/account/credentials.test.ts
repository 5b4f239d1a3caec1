import { expect, test } from 'vitest';
import { missingField } from './credentials.ts';

const whole = { displayName: 'Mara', email: 'mara@example.test', password: 'secret' };

test('what is missing is asked for in the order of the form', () => {
  expect(missingField({ displayName: ' ', email: '', password: '' }, true)).toBe('displayName');
  expect(missingField({ ...whole, email: ' ', password: '' }, true)).toBe('email');
  expect(missingField({ ...whole, password: '' }, true)).toBe('password');
  expect(missingField(whole, true)).toBeNull();
});

test('signing in asks for no name, and a password may consist of blanks', () => {
  expect(missingField({ ...whole, displayName: '', password: '   ' }, false)).toBeNull();
});
