import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EndpointName, pathOf, ROUTES } from '../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from './backend.ts';
import { bill, foundHousehold, type Household, newToken } from './household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
});
afterAll(() => backend.close());

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('__proto__', 'constructor', '..', '\u0000', '\ud800', '', -0, 1e308, 2 ** 53, -1, 0.1, null, [], {}, true),
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.oneof(fc.uuid({ version: 4 }), fc.string()), fc.oneof(fc.integer(), fc.jsonValue())),
);

/** Bodies that would be taken, before a field of them is spoilt. */
const VALID: Partial<Record<EndpointName, () => Record<string, unknown>>> = {
  createGroup: () => ({ id: randomUUID(), name: 'Lindenhof', currency: 'EUR', member: { id: randomUUID(), displayName: 'Mara' } }),
  addMember: () => ({ id: randomUUID(), displayName: 'Jonte' }),
  createInvite: () => ({ token: newToken() }),
  previewInvite: () => ({ token: newToken() }),
  acceptInvite: () => ({ token: newToken(), member: { id: randomUUID(), displayName: 'Tove' } }),
  createExpense: () => ({ ...bill(home.ownerId, [home.ownerId]) }),
  updateExpense: () => ({ note: 'x' }),
  updateGroup: () => ({ name: 'Lindenhof' }),
  updateMember: () => ({ displayName: 'Mara' }),
};
const endpoint = fc.constantFrom(...(Object.keys(VALID) as (keyof typeof VALID)[]));

test('whatever a field holds, no request is answered with a failure of ours', async () => {
  const spoilt = fc.tuple(endpoint, fc.nat(), strange, fc.boolean());
  const request = async ([name, which, value, extra]: [EndpointName, number, unknown, boolean]) => {
    const body: Record<string, unknown> = VALID[name]?.() ?? {};
    const fields = Object.keys(body);
    body[extra ? JSON.stringify(value) : (fields[which % fields.length] ?? '')] = value;
    const params = {
      groupId: home.groupId,
      expenseId: randomUUID(),
      settlementId: randomUUID(),
      memberId: home.ownerId,
      inviteId: 'a'.repeat(64),
    };
    const { status } = await backend.request(`/api/v1${pathOf(name, params)}`, {
      method: ROUTES[name].method,
      token: home.owner.token,
      headers: { 'idempotency-key': randomUUID(), 'if-match': '"1"' },
      body: JSON.stringify(body),
    });
    expect(status).toBeLessThan(500);
  };
  await fc.assert(fc.asyncProperty(spoilt, request), { numRuns: 400 });
});
