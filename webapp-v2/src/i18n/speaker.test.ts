import { signal } from '@preact/signals';
import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { bestLanguage, ENGLISH, LANGUAGES, type Language, loadLanguage, ownName, preferenceOf } from './languages.ts';
import { createSpeaker } from './speaker.ts';

const now = () => 0;

describe('speaker', () => {
  test('begins with the browser’s language', async () => {
    const { i18n, ready } = createSpeaker({ browser: ['de-AT', 'en'], chosen: signal(null), now });
    await ready;
    expect(i18n.value.language).toBe('de');
    expect(i18n.value.t('action.save')).toBe('Speichern');
  });

  test('a choice shows at once, in words and numbers, and so does taking it back', async () => {
    const chosen = signal<string | null>(null);
    const { i18n, ready } = createSpeaker({ browser: ['en-IE'], chosen, now });
    await ready;
    expect(i18n.value.money(minor(1250), 'EUR')).toBe('€12.50');
    chosen.value = 'de';
    await expect.poll(() => i18n.value.language).toBe('de');
    expect(i18n.value.money(minor(1250), 'EUR')).toBe('12,50\u00a0€');
    expect(i18n.value.separators.decimal).toBe(',');
    chosen.value = null;
    await expect.poll(() => i18n.value.language).toBe('en');
    expect(i18n.value.numberLocale).toBe('en-IE');
  });

  test('of two choices in a row the later one stays, in whatever order they arrive', async () => {
    const arrivals = new Map<string, (language: Language) => void>();
    const load = (language: string) => new Promise<Language>((resolve) => arrivals.set(language, resolve));
    const chosen = signal<string | null>('de');
    const { i18n } = createSpeaker({ browser: ['en'], chosen, now, load });
    chosen.value = 'en';
    arrivals.get('en')?.(ENGLISH);
    arrivals.get('de')?.(await loadLanguage('de'));
    await Promise.resolve();
    expect(i18n.value.language).toBe('en');
  });

  test('a language that does not arrive leaves the page as it was', async () => {
    const { i18n, ready } = createSpeaker({ browser: ['de'], chosen: signal(null), now, load: () => Promise.reject(new Error('offline')) });
    await ready;
    expect(i18n.value.language).toBe('en');
  });
});

describe('languages', () => {
  test('the best one is the first preference that there are messages for, else English', () => {
    expect(bestLanguage(['xx', 'de-AT', 'en'])).toBe('de');
    expect(bestLanguage(['en-US', 'de'])).toBe('en');
    expect(bestLanguage(['xx', 'yy'])).toBe('en');
  });

  test('a choice keeps the variant that the browser names for it, else the browser’s region', () => {
    expect(preferenceOf('de', ['en-GB', 'de-AT'])).toEqual(['de-AT', 'en-GB', 'de-AT']);
    expect(preferenceOf('en', ['de-DE'])[0]).toBe('en-DE');
    expect(preferenceOf('de', ['en'])[0]).toBe('de-US');
    expect(preferenceOf('de-CH', ['de-AT'])[0]).toBe('de-CH');
    expect(preferenceOf(null, ['fr'])).toEqual(['fr']);
  });

  test('each calls itself by its own name', () => {
    expect(LANGUAGES.map(ownName)).toEqual(['English', 'Deutsch']);
  });
});
