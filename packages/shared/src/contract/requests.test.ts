import { expect, test } from 'vitest';
import { z } from 'zod';
import { type EndpointSchemas, type RequestBody, SCHEMAS } from './endpoints.ts';
import { type EndpointName, ROUTES } from './routes.ts';

// What every endpoint takes, with all that may be named; whatever a schema adds has to be added here.

const id = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const member = { id: id(1), displayName: 'Mara' };
const token = 'a'.repeat(32);
const money = { amount: 1000, currency: 'EUR' };
const expense = {
  ...{ description: 'Groceries', date: '2026-03-14', ...money, category: 'food', note: '' },
  ...{ payers: { [id(1)]: 1000 }, split: { mode: 'equal' as const, entries: { [id(1)]: 1 } } },
};
const settlement = { from: id(1), to: id(2), ...money, date: '2026-03-14', note: '' };

type Loose = Record<string, unknown>;
const BODIES: Partial<Record<EndpointName, Loose>> = {
  updateMe: { displayName: 'Mara', locale: 'de-AT', defaultCurrency: 'EUR' },
  createGroup: { id: id(3), name: 'Lindenhof', description: '', currency: 'EUR', member },
  updateGroup: { name: 'Lindenhof', description: '', currency: 'EUR', settings: { simplifyDebts: true } },
  addMember: member,
  updateMember: { displayName: 'Mara', role: 'admin' },
  createInvite: { token, role: 'viewer', claims: id(1) },
  previewInvite: { token },
  acceptInvite: { token, member, claims: id(1) },
  createExpense: { id: id(3), ...expense },
  updateExpense: expense,
  createSettlement: { id: id(3), ...settlement },
  updateSettlement: settlement,
};
const QUERIES: Partial<Record<EndpointName, Loose>> = {
  listChanges: { cursor: 'x', wait: '0' },
  pullChanges: { since: '1', limit: '1', epoch: 'x' },
  listGroups: { limit: '1', cursor: 'x' },
  listExpenses: { limit: '1', cursor: 'x' },
  listSettlements: { limit: '1', cursor: 'x' },
  listActivity: { limit: '1', cursor: 'x' },
};

const all = (Object.keys(ROUTES) as EndpointName[]).flatMap((name) => {
  const { body, query }: EndpointSchemas = SCHEMAS[name];
  return [
    { name, part: 'body', schema: body, valid: BODIES[name] ?? {} },
    { name, part: 'query', schema: query, valid: QUERIES[name] ?? {} },
  ];
});

/** Every object within a value, the value itself included, as ways to a copy of the value in which that object has a field more. */
function withSurprises(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const deeper = Object.entries(value).flatMap(([field, inner]) => withSurprises(inner).map((changed) => ({ ...value, [field]: changed })));
  return [{ ...value, surprise: 1 }, ...deeper];
}

test.for(all)('[REST13] the $part of $name takes what it names, and an unknown field at no depth', ({ schema, valid }) => {
  expect(schema.safeParse(valid).error).toBeUndefined();
  const known = Object.keys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {});
  expect(Object.keys(valid).sort()).toEqual(known.sort());
  for (const changed of withSurprises(valid))
    expect({ changed, isTaken: schema.safeParse(changed).success }).toMatchObject({ isTaken: false });
});

const isTaken = <Name extends EndpointName>(name: Name, body: Loose): boolean => SCHEMAS[name].body.safeParse(body).success;
const without = (body: Loose, ...fields: string[]) => Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));

test('[REST20] nobody is made an administrator by an invitation', () => {
  expect(isTaken('createInvite', { token, role: 'admin' })).toBe(false);
  for (const role of ['viewer', 'member']) expect(isTaken('createInvite', { token, role })).toBe(true);
});

test.for<[EndpointName, Loose, string[]]>([
  ['updateExpense', expense, ['amount', 'currency', 'payers', 'split']],
  ['updateSettlement', settlement, ['from', 'to', 'amount', 'currency']],
])('[REST41] %s changes what makes up the money as a whole or not at all', ([name, body, unit]) => {
  expect(isTaken(name, without(body, ...unit))).toBe(true);
  for (const field of unit) {
    expect(isTaken(name, without(body, field))).toBe(false);
    expect(isTaken(name, { [field]: body[field] })).toBe(false);
  }
});

test('[REST41] nobody settles with themselves, also not after an edit', () => {
  for (const name of ['createSettlement', 'updateSettlement'] as const) {
    const body = BODIES[name] ?? {};
    expect(isTaken(name, { ...body, to: body.from })).toBe(false);
  }
});

test('[REST41] an edit names something', () => {
  const edits = ['updateMe', 'updateGroup', 'updateMember', 'updateExpense', 'updateSettlement'] as const;
  for (const name of edits) expect(isTaken(name, {})).toBe(false);
});

test('what may be left out is what the contract says it is then', () => {
  const created: RequestBody<'createExpense'> = SCHEMAS.createExpense.body.parse(without(BODIES.createExpense ?? {}, 'category', 'note'));
  expect(created).toMatchObject({ category: 'general', note: '' });
  expect(SCHEMAS.createInvite.body.parse({ token })).toEqual({ token, role: 'member', claims: null });
});
