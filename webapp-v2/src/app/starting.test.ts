import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { deEntry } from '../i18n/de-entry.ts';
import { enEntry } from '../i18n/en-entry.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { rememberLanguage } from '../platform/remembered-language.ts';

const FRAME = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const SHELL = readFileSync(new URL('../../public/shell.js', import.meta.url), 'utf8');
const SAID: Readonly<Record<string, typeof enEntry | typeof deEntry>> = { en: enEntry, de: deEntry };

afterEach(() => vi.unstubAllGlobals());

test('[START1] the frame speaks the languages of the program, in its words', () => {
  expect(Object.keys(SAID)).toEqual(LANGUAGES);
  for (const [language, said] of Object.entries(SAID)) {
    for (const key of ['app.loading', 'app.late', 'app.reload'] as const) {
      expect(FRAME).toContain(`<span lang="${language}">${said[key]}</span>`);
    }
    expect(SHELL).toContain(`language === '${language}'`);
  }
});

test('[START1] the frame begins in the language that the program remembers', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => kept.set(key, value) });
  rememberLanguage('de');
  expect([...kept].map(([key]) => `localStorage.getItem('${key}')`).filter((read) => SHELL.includes(read))).toHaveLength(1);
});
