import type { Settlement } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople } from '../people.ts';
import { settlementFacts } from './settlement-facts.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });
const members = { ada: { id: 'ada', displayName: 'Ada' }, bo: { id: 'bo', displayName: 'Bo' } };
const people = createPeople({ members } as unknown as Parameters<typeof createPeople>[0], null, i18n);
const payment = { from: 'ada', to: 'bo', amount: minor(1250), currency: 'EUR', date: '2026-11-20', note: 'by card' } as Settlement;

test('[CONF1] of their payment what is in conflict is told', () => {
  expect(settlementFacts(payment, ['amount'], people, i18n)).toBe('Ada paid Bo: €12.50');
  expect(settlementFacts(payment, ['note', 'date'], people, i18n)).toBe('Date: Fri 20 Nov 2026 · Note: “by card”');
});
