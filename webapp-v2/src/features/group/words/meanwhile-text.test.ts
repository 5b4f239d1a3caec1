import { expect, test } from 'vitest';
import { de } from '../../../i18n/de.ts';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { meanwhileText } from './meanwhile-text.ts';

const members = { ada: { id: 'ada', displayName: 'Ada' }, bo: { id: 'bo', displayName: 'Bo' } };
const inLanguage = (spoken: { language: string; messages: typeof de }) => {
  const i18n = createI18n({ ...spoken, preferred: [spoken.language], now: () => 0 });
  const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], members.ada as never, i18n);
  return (what: Parameters<typeof meanwhileText>[0], by: string) => meanwhileText(what, by, people, i18n);
};

test('[CONF2] what the reader has changed or deleted on another device is not called somebody else’s', () => {
  const english = inLanguage(ENGLISH);
  expect(english('expense.changedMeanwhile', 'bo')).toBe('Bo changed this expense while you had it open.');
  expect(english('expense.changedMeanwhile', 'ada')).toBe('This was changed elsewhere while you had it open.');
  expect(english('settlement.deletedMeanwhile', 'ada')).toBe('This was deleted elsewhere while you had it open.');
  expect(english('notice.stale', 'ada')).toBe('You changed it elsewhere in the meantime.');
  const german = inLanguage({ language: 'de', messages: de });
  expect(german('notice.stale', 'bo')).toBe('Bo hat es inzwischen geändert.');
  expect(german('notice.stale', 'ada')).toBe('Du hast es inzwischen anderswo geändert.');
});
