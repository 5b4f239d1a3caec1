import { expect, test } from 'vitest';
import { wrongEmail, wrongFields } from './credentials.ts';

const whole = { displayName: 'Mara', email: 'mara@example.test', password: 'secret' };

test('[FORM8] every field that is wrong is told at once, each with what is wrong', () => {
  expect(wrongFields({ displayName: ' ', email: '', password: '' }, true)).toEqual({
    displayName: 'account.missingName',
    email: 'account.missingEmail',
    password: 'account.choosePassword',
  });
  expect(wrongFields({ ...whole, email: ' ', password: '' }, false)).toEqual({
    email: 'account.missingEmail',
    password: 'account.missingPassword',
  });
  expect(wrongFields({ ...whole, email: 'mara@' }, true)).toEqual({ email: 'session.invalid-email' });
  expect(wrongFields(whole, true)).toEqual({});
});

test('[FORM8] what cannot be an address is told before it is sent, and every address that can be one is sent', () => {
  for (const address of ['mara', 'mara@', '@example.test', 'mara linde@example.test'])
    expect(wrongEmail(address)).toBe('session.invalid-email');
  for (const address of [' mara@example.test ', 'm@localhost', 'mara+split@bücher.example']) expect(wrongEmail(address)).toBeNull();
});

test('signing in asks for no name, and an old password may be short or consist of blanks', () => {
  expect(wrongFields({ ...whole, displayName: '', password: '   ' }, false)).toEqual({});
});
