import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { sideText } from './side-text.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const members = { ada: { id: 'ada', displayName: 'Ada' }, bo: { id: 'bo', displayName: 'Bo' } };
const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], members.ada as never, i18n);

test('[KEY2] whose side an explained balance is on is said in words', () => {
  expect([true, false].map((owes) => sideText('ada', owes, people, i18n))).toEqual(['You owe in all', 'You get back in all']);
  expect([true, false].map((owes) => sideText('bo', owes, people, i18n))).toEqual(['Bo owes in all', 'Bo gets back in all']);
});
