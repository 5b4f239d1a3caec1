import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, formOf, parameterNames } from './message.ts';

describe('messages', () => {
  test('parameters stand where the language puts them', () => {
    expect(fill('{from} pays {to}', { from: 'Ada', to: 'Bo' }).join('')).toBe('Ada pays Bo');
    expect(fill('{to} wird von {from} bezahlt', { from: 'Ada', to: 'Bo' }).join('')).toBe('Bo wird von Ada bezahlt');
  });

  test('a value is never read as a message: braces in a name stay as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fill('{a}|{b}', { a, b })).toEqual([a, '|', b]);
      }),
    );
  });

  test('a parameter without a value stays visible instead of vanishing', () => {
    expect(fill('Hello {name}', {})).toEqual(['Hello ', '{name}']);
  });

  test('the plural form follows the rules of the language', () => {
    const members = { one: '{count} člen', few: '{count} členové', other: '{count} členů' };
    const czech = new Intl.PluralRules('cs');
    expect([1, 3, 5].map((count) => formOf(members, count, czech))).toEqual([members.one, members.few, members.other]);
  });

  test('a form that a language leaves out falls back to `other`', () => {
    expect(formOf({ other: 'many' }, 1, new Intl.PluralRules('en'))).toBe('many');
  });

  test('the parameters of a message are those of all its forms', () => {
    expect(parameterNames({ one: 'one {thing}', other: '{count} {thing}s' })).toEqual(['count', 'thing']);
  });
});
