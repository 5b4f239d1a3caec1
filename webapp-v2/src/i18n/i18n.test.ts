import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { ENGLISH, en } from './en.ts';
import { createI18n, type Messages } from './i18n.ts';

const now = () => 0;
const english = createI18n({ ...ENGLISH, preferred: ['en-GB'], now });

describe('i18n', () => {
  test('messages come with their parameters and plural forms', () => {
    expect(english.t('groups.members', { count: 1 })).toBe('1 member');
    expect(english.t('groups.members', { count: 4 })).toBe('4 members');
    expect(english.t('transfers.pays', { from: 'Ada', to: 'Bo' })).toBe('Ada pays Bo');
  });

  test.each<[string, string[], string, string, string]>([
    ['an Arabic reader of English', ['ar-EG'], 'en', '−€12.50', 'EG'],
    ['a Persian one who knows some English', ['fa-IR', 'en-IE'], 'en', '−€12.50', 'IR'],
    ['an Irish one', ['en-IE', 'de'], 'en', '−€12.50', 'IE'],
    ['an Austrian one', ['de-AT'], 'de', '−€\u00a012,50', 'AT'],
  ])('[LOC1] numbers follow the language of the words, in the reader’s variant: %s', (_, preferred, language, amount, region) => {
    const i18n = createI18n({ language, messages: en, preferred, now });
    expect(i18n.signedMoney(minor(-1250), 'EUR')).toBe(amount);
    expect([i18n.language, new Intl.Locale(i18n.homeLocale).region]).toEqual([language, region]);
    expect(i18n.separators.decimal).toBe(language === 'de' ? ',' : '.');
  });

  test('[LOC1] words and dates take the region the reader has for their language', () => {
    const i18n = createI18n({ ...ENGLISH, preferred: ['de-DE', 'en-GB'], now });
    expect(i18n.date('2026-11-21')).toBe('Sat, 21 Nov 2026');
  });

  test('in a right-to-left language, names keep to themselves', () => {
    const i18n = createI18n({ language: 'he', messages: en as Messages, preferred: ['he'], now });
    expect(i18n.direction).toBe('rtl');
    expect(i18n.t('transfers.pays', { from: 'Ada', to: 'בועז' })).toBe('\u2068Ada\u2069 pays \u2068בועז\u2069');
    expect(i18n.t('groups.members', { count: 2 })).toBe('2 members');
  });
});
