import type { ActivityEntry, Member } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { de } from '../../../i18n/de.ts';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createPeople, type People } from '../people.ts';
import { describeEntry } from './describe-entry.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-GB'], now: () => 0 });
const name = (id: string) => (id === 'me' ? 'You' : 'Ada');
const people: People = { me: 'me', present: [], all: [], nameOf: name, fromNameOf: name, toNameOf: name, labelOf: name };

type Entity = ActivityEntry['entity'];
const dinner = { kind: 'expense', state: { description: 'Dinner', payers: { ada: 600, me: 600 }, amount: 1200 } } as unknown as Entity;
const taxi = { kind: 'expense', state: { description: 'Taxi', payers: { ada: 1200 }, amount: 1200 } } as unknown as Entity;
const cy = { kind: 'member', state: { displayName: 'Cy' } } as Entity;
const payment = { kind: 'settlement', state: { from: 'ada', to: 'me' } } as Entity;
const renamed = { kind: 'member', state: { id: 'cy', displayName: 'Cy', role: 'viewer' } } as Entity;
const group = { kind: 'group', state: { name: 'Flat' } } as Entity;
const entry = (action: ActivityEntry['action'], entity: Entity, actorId = 'ada', fields: string[] = []): ActivityEntry => ({
  id: 'x',
  seq: 1,
  at: 0,
  actorId,
  action,
  fields,
  entity,
});

test.each([
  [entry('expense.created', dinner, 'me'), 'You added “Dinner”'],
  [entry('expense.deleted', dinner), 'Ada deleted “Dinner”'],
  [entry('expense.updated', dinner, 'ada', ['amount', 'payers', 'date']), 'Ada changed “Dinner”: date, amount and payers'],
  [entry('expense.updated', taxi, 'ada', ['amount', 'payers']), 'Ada changed “Taxi”: amount'],
  [entry('expense.updated', dinner, 'ada', ['something-newer']), 'Ada changed “Dinner”'],
  [entry('member.added', cy), 'Ada added Cy'],
  [entry('member.joined', cy), 'Ada joined the group'],
  [entry('settlement.created', payment), 'Ada paid you'],
  [entry('settlement.created', payment, 'me'), 'You recorded a payment from Ada to You'],
  [entry('settlement.updated', payment, 'ada', ['note']), 'Ada changed the payment from Ada to You: note'],
  [entry('settlement.deleted', payment, 'me'), 'You deleted the payment from Ada to You'],
  [entry('member.updated', renamed, 'ada', ['role']), 'Ada made Cy a viewer'],
  [entry('member.updated', renamed, 'cy', ['role']), 'Ada changed their role to Viewer'],
  [entry('member.updated', renamed, 'ada', ['displayName']), 'Ada gave Cy this name'],
  [entry('member.updated', renamed, 'cy', ['displayName']), 'Ada changed their name'],
  [entry('group.updated', group, 'ada', ['settings', 'name']), 'Ada changed the group: name and simplification of debts'],
  [entry('group.updated', group), 'Ada changed the group'],
  [entry('invite.revoked', { kind: 'invite' } as Entity, 'me'), 'You withdrew an invitation link'],
])('a change is one sentence: %#', (change, sentence) => {
  expect(describeEntry(change, people, i18n)).toBe(sentence);
});

test('[NEWS4] who paid is named where it was somebody else before', () => {
  const change = entry('expense.updated', taxi, 'ada', ['amount', 'payers']);
  const former = { payers: { me: 1000 }, amount: 1000 } as unknown as Parameters<typeof describeEntry>[3];
  expect(describeEntry(change, people, i18n, former)).toBe('Ada changed “Taxi”: amount and payers');
  expect(describeEntry(change, people, i18n)).toBe('Ada changed “Taxi”: amount');
});

test('[NEWS2] the reader is “you” also where something was done to them', () => {
  const members = { ada: { id: 'ada', displayName: 'Ada' }, me: { id: 'me', displayName: 'Isa' } };
  const inLanguage = (spoken: Parameters<typeof createI18n>[0]) => {
    const speaking = createI18n(spoken);
    const group = { members } as unknown as Parameters<typeof createPeople>[0];
    return (change: ActivityEntry) => describeEntry(change, createPeople(group, members.me as Member, speaking), speaking);
  };
  const own = { kind: 'member', state: { id: 'me', displayName: 'Isa', role: 'viewer' } } as Entity;
  const [role, name] = [entry('member.updated', own, 'ada', ['role']), entry('member.updated', own, 'ada', ['displayName'])];
  const english = inLanguage({ ...ENGLISH, preferred: ['en-GB'], now: () => 0 });
  expect(english(role)).toBe('Ada made you a viewer');
  expect(english(name)).toBe('Ada gave Isa (you) this name');
  expect(english(entry('member.added', own))).toBe('Ada added you');
  expect(english(entry('member.updated', own, 'me', ['displayName']))).toBe('You changed your name');
  expect(english(entry('member.updated', own, 'me', ['role']))).toBe('You changed your role to Viewer');
  const german = inLanguage({ language: 'de', messages: de, preferred: ['de'], now: () => 0 });
  expect(german(role)).toBe('Ada: dich auf „Nur Lesen“ gesetzt');
  expect(german(entry('member.updated', own, 'me', ['role']))).toBe('Du: eigene Rolle geändert (Nur Lesen)');
});

test('[REST42] the coming and going of whom the group has forgotten is told by the name they had', () => {
  const gone = { kind: 'member', state: { id: 'bo', displayName: 'Bo' } } as Entity;
  const told = (change: ActivityEntry) => describeEntry(change, createPeople({ members: {} }, null, i18n), i18n);
  expect(told(entry('member.joined', gone, 'bo'))).toBe('Bo joined the group');
  expect(told(entry('group.updated', group, 'bo'))).toBe('Somebody changed the group');
});
