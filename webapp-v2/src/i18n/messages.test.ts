import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { enEntry } from './en-entry.ts';
import { enPages } from './en-pages.ts';
import type { Messages } from './i18n.ts';
import { type Message, parameterNames } from './message.ts';

const PAGE = join(import.meta.dirname, '..');
const LANGUAGES: Record<string, Messages> = { en, de };

const source = readdirSync(PAGE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|i18n\/(en|de)(-\w+)?\.ts$/.test(path))
  .map((path) => readFileSync(join(PAGE, path), 'utf8'))
  .join('\n');

const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));

test('every message is used by the page, by its key or by the family the key is made for', () => {
  const isUsed = (key: string) => source.includes(`'${key}'`) || source.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`);
  expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
});

test('what is said before somebody is signed in, and by the kit, is all in the entry', () => {
  const early = ['features/account', 'ui'].flatMap((folder) => readdirSync(join(PAGE, folder)).map((name) => join(PAGE, folder, name)));
  early.push(join(PAGE, 'app/app.tsx'), join(PAGE, 'app/crashed.tsx'), join(PAGE, 'app/starting.tsx'), join(PAGE, 'app/top-bar.tsx'));
  const said = early
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'([a-z]+\.[A-Za-z.-]+)'/g)].map(([, key]) => key ?? ''))
    .filter((key) => key in en);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((key) => !(key in enEntry))).toEqual([]);
});

/** A module, and what comes with it at once: what it imports, but not what it loads later. */
function modulesOf(path: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(path) || !/\.tsx?$/.test(path)) return known;
  const text = readFileSync(path, 'utf8');
  known.set(path, text);
  for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)';/gm)) {
    modulesOf(join(path, '..', from), known);
  }
  return known;
}

test('[START3] what the pages that are drawn first say is there when they are, and nothing else', () => {
  const drawn = ['main.tsx', 'features/groups/groups-page.tsx', 'features/group/group-page.tsx'].map((page) => modulesOf(join(PAGE, page)));
  const texts = drawn.flatMap((modules) => [...modules].flatMap(([path, text]) => (/i18n\/(en|de)/.test(path) ? [] : [text]))).join('\n');
  const isSaid = (key: string) => texts.includes(`'${key}'`) || texts.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`);
  const said = Object.keys(en).filter(isSaid);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((key) => !(key in enPages))).toEqual([]);
  expect(Object.keys(enPages).filter((key) => !(key in enEntry) && !isSaid(key))).toEqual([]);
});

describe.each(Object.entries(LANGUAGES))('messages in %s', (language, messages) => {
  const all: [string, Message][] = Object.entries(messages);

  test('none is empty or has stray blanks', () => {
    const texts = all.flatMap(([, message]) => textsOf(message));
    expect(texts.filter((text) => text.trim() === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
  });

  test('each has the parameters of the English one', () => {
    const english: Messages = en;
    const differing = all.filter(([key, message]) => {
      const original = english[key as keyof Messages];
      return parameterNames(message).join() !== parameterNames(original).join();
    });
    expect(differing).toEqual([]);
  });

  test('whatever is counted has every plural form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = all.filter(([, message]) => typeof message !== 'string' && !forms.every((form) => message[form] !== undefined));
    expect(lacking).toEqual([]);
  });
});

test('[WORD2] what an expense did to its reader is told in the past, in other words than what they still owe', () => {
  expect([en['expenses.lent'], en['expenses.borrowed']]).toEqual(['you lent', 'you borrowed']);
  expect([de['expenses.lent'], de['expenses.borrowed']]).toEqual(['ausgelegt', 'geliehen']);
  for (const messages of Object.values(LANGUAGES)) expect(messages['expenses.borrowed']).not.toBe(messages['balance.oweLabel']);
});

test('[SESS10] whatever signing out loses is said to be lost', () => {
  const atStake = ['account.unsent', 'account.unsentToo', 'account.unsaved', 'account.refused'] as const;
  const harmless = Object.values(LANGUAGES).flatMap((messages) =>
    atStake.flatMap((key) => textsOf(messages[key])).filter((text) => !/\blost\b|discards|verloren/.test(text)),
  );
  expect(harmless).toEqual([]);
});

test('German is German: no text is left as it is in English, but for words that are the same', () => {
  const same = Object.keys(en).filter((key) => JSON.stringify(de[key as keyof Messages]) === JSON.stringify(en[key as keyof Messages]));
  expect(same.sort()).toEqual([
    'app.name',
    'connection.live',
    'editing.fact',
    'expense.entryOf',
    'invite.link',
    'members.name',
    'role.admin',
    'search.filter',
    'search.member',
  ]);
});
