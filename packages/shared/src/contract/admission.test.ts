import { describe, expect, test } from 'vitest';
import { mayCall, refusalOf, STANDINGS } from './admission.ts';
import { type Access, ROLES, type Role } from './roles.ts';
import { type EndpointName, problemsOf, ROUTES, type Route } from './routes.ts';

// The tests of the server and the page go by the endpoint table; so what the table says is said here once more, by hand.

const WHO: Record<Access, EndpointName[]> = {
  anyone: ['getOpenApi', 'getHealth'],
  account: ['getConfig', 'getMe', 'updateMe', 'deleteMe', 'listChanges', 'listGroups', 'createGroup', 'previewInvite', 'acceptInvite'],
  viewer: [
    ...(['getGroup', 'pullChanges', 'updateMember', 'removeMember', 'listExpenses', 'getExpense'] as const),
    ...(['listSettlements', 'getBalances', 'listActivity'] as const),
  ],
  member: [
    ...(['addMember', 'listInvites', 'createInvite', 'revokeInvite', 'createExpense', 'updateExpense', 'deleteExpense'] as const),
    ...(['createSettlement', 'updateSettlement', 'deleteSettlement'] as const),
  ],
  admin: ['updateGroup', 'deleteGroup'],
};
const VERSIONED: EndpointName[] = [
  ...(['updateMe', 'deleteMe', 'updateGroup', 'deleteGroup', 'updateMember', 'removeMember'] as const),
  ...(['updateExpense', 'deleteExpense', 'updateSettlement', 'deleteSettlement'] as const),
];
/** Takes a body, and changes nothing: the token must not stand in an address. */
const ASKING: EndpointName[] = ['previewInvite'];

const all = Object.keys(ROUTES) as EndpointName[];
const accessOf = (name: EndpointName): Access => {
  const [found] = (Object.keys(WHO) as Access[]).filter((access) => WHO[access].includes(name));
  if (!found) throw new Error(`${name} is for nobody yet: say for whom`);
  return found;
};
const rankOf = (role: Role): number => ROLES.indexOf(role);

describe.each(all)('%s', (name) => {
  const route: Route = ROUTES[name];
  const access = accessOf(name);

  test.each(STANDINGS)('[REST20] %s', (standing) => {
    const forGroup = access !== 'anyone' && access !== 'account';
    const refusal = () => {
      if (standing === 'nobody') return access === 'anyone' ? null : 'unauthenticated';
      if (standing === 'outsider' || standing === 'removed') return forGroup ? 'not-found' : null;
      return forGroup && rankOf(standing) < rankOf(access) ? 'forbidden' : null;
    };
    expect(refusalOf(name, standing)).toBe(refusal());
    if (refusal() !== null) expect(problemsOf(name)).toContain(refusal());
  });

  test('[REST2] a change has a key, and one of what is there a version', () => {
    expect(route.mutates === true).toBe(route.method !== 'GET' && !ASKING.includes(name));
    expect(route.versioned === true).toBe(VERSIONED.includes(name));
    expect(route.openToDeleted === true).toBe(name === 'deleteMe');
    expect(problemsOf(name).includes('account-deleted')).toBe(access !== 'anyone' && name !== 'deleteMe');
    if (route.mutates) expect(problemsOf(name)).toEqual(expect.arrayContaining(['idempotency-key-reused', 'busy', 'payload-too-large']));
    if (route.versioned) expect(problemsOf(name)).toEqual(expect.arrayContaining(['precondition-required', 'stale-version']));
  });
});

test('[REST20] the page shows what the server does for that role, and to who is not in the group what it does for an outsider', () => {
  expect([null, ...ROLES].map((role) => mayCall('createExpense', role))).toEqual([false, false, true, true]);
  expect([null, ...ROLES].map((role) => mayCall('updateGroup', role))).toEqual([false, false, false, true]);
  expect([null, ...ROLES].map((role) => mayCall('acceptInvite', role))).toEqual([true, true, true, true]);
});
