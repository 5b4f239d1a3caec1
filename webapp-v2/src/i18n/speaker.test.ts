import { batch, signal } from '@preact/signals';
import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import type { Reach } from './i18n.ts';
import { BEGINNING, bestLanguage, LANGUAGES, type Language, loadLanguage, ownName, preferenceOf } from './languages.ts';
import { createSpeaker } from './speaker.ts';

const now = () => 0;
const pause = () => Promise.resolve();
const pages = signal(true);

describe('speaker', () => {
  test('begins with the browser’s language', async () => {
    const { i18n, ready } = createSpeaker({ browser: signal(['de-AT', 'en']), chosen: signal(null), pages, now, pause });
    await ready;
    expect(i18n.value.language).toBe('de');
    expect(i18n.value.t('action.tryAgain')).toBe('Noch einmal versuchen');
  });

  test('a choice shows at once, in words and numbers, and so does taking it back', async () => {
    const chosen = signal<string | null>(null);
    const { i18n, ready } = createSpeaker({ browser: signal(['en-IE']), chosen, pages, now, pause });
    await ready;
    expect(i18n.value.money(minor(1250), 'EUR')).toBe('€12.50');
    chosen.value = 'de';
    await expect.poll(() => i18n.value.language).toBe('de');
    expect(i18n.value.money(minor(1250), 'EUR')).toBe('12,50\u00a0€');
    expect(i18n.value.separators.decimal).toBe(',');
    chosen.value = null;
    await expect.poll(() => i18n.value.language).toBe('en');
    expect(i18n.value.locale).toBe('en-IE');
  });

  test('[LOC2] follows the browser where its preference changes and the reader has chosen nothing', async () => {
    const browser = signal<readonly string[]>(['en-IE']);
    const chosen = signal<string | null>(null);
    const { i18n, ready } = createSpeaker({ browser, chosen, pages, now, pause });
    await ready;
    browser.value = ['de-DE', 'en-IE'];
    await expect.poll(() => i18n.value.locale).toBe('de-DE');
    chosen.value = 'en';
    await expect.poll(() => i18n.value.locale).toBe('en-IE');
  });

  test('of two choices in a row the later one stays, in whatever order they arrive', async () => {
    const arrivals = new Map<string, (language: Language) => void>();
    const load = (language: string) => new Promise<Language>((resolve) => arrivals.set(language, resolve));
    const chosen = signal<string | null>('de');
    const { i18n } = createSpeaker({ browser: signal(['en']), chosen, pages, now, pause, load });
    chosen.value = 'en';
    arrivals.get('en')?.(BEGINNING);
    arrivals.get('de')?.(await loadLanguage('de', 'whole'));
    await Promise.resolve();
    expect(i18n.value.language).toBe('en');
  });

  test('[START3] all words that are asked for while something is drawn are waited for', async () => {
    const { i18n, ready } = createSpeaker({ browser: signal(['de']), chosen: signal(null), pages, now, pause });
    await ready;
    await batch(() => i18n.value.askForAll());
    expect(i18n.value.reach.value).toBe('whole');
  });

  test('a language that does not arrive leaves the page as it was, and is asked for again', async () => {
    let failures = 2;
    const load = async (language: string) => {
      if (failures-- > 0) throw new Error('offline');
      return loadLanguage(language, 'whole');
    };
    const { i18n, ready } = createSpeaker({ browser: signal(['de']), chosen: signal(null), pages, now, pause, load });
    await ready;
    expect(i18n.value.language).toBe('en');
    await expect.poll(() => i18n.value.language).toBe('de');
  });

  test('[START3] before somebody is signed in only the entry is there, then what pages say first, in the right language', async () => {
    const signedIn = signal(false);
    const { i18n, ready } = createSpeaker({ browser: signal(['de']), chosen: signal(null), pages: signedIn, now, pause });
    await ready;
    expect(i18n.value.t('account.signIn')).toBe('Anmelden');
    expect([i18n.value.reach.value, i18n.value.t('groups.title')]).toEqual(['entry', '']);
    signedIn.value = true;
    await expect.poll(() => i18n.value.reach.value).toBe('pages');
    expect([i18n.value.t('groups.title'), i18n.value.t('profile.languageHint', { amount: '', date: '' })]).toEqual(['Gruppen', '']);
  });

  test('[START3] all else a language says joins when it is asked for, and what is drawn already is not drawn anew for it', async () => {
    const { i18n, ready } = createSpeaker({ browser: signal(['de']), chosen: signal(null), pages, now, pause });
    await ready;
    const before = i18n.value;
    expect(before.t('join.join')).toBe('');
    await before.askForAll();
    expect([i18n.value, before.reach.value, before.t('join.join')]).toEqual([before, 'whole', 'Der Gruppe beitreten']);
  });

  test('[START2] who asks for all is told that it did not arrive, and sees it come later', async () => {
    let failures = 1;
    const load = async (language: string, reach: Reach) => {
      if (reach === 'whole' && failures-- > 0) throw new Error('offline');
      return loadLanguage(language, reach);
    };
    const { i18n, ready } = createSpeaker({ browser: signal(['en']), chosen: signal(null), pages, now, pause, load });
    await ready;
    await expect(i18n.value.askForAll()).rejects.toThrow();
    await expect.poll(() => i18n.value.reach.value).toBe('whole');
    await i18n.value.askForAll();
  });

  test('once all was asked for, another language comes with all it says', async () => {
    const chosen = signal<string | null>(null);
    const { i18n, ready } = createSpeaker({ browser: signal(['en']), chosen, pages, now, pause });
    await ready;
    await i18n.value.askForAll();
    chosen.value = 'de';
    await expect.poll(() => i18n.value.t('join.join')).toBe('Der Gruppe beitreten');
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
