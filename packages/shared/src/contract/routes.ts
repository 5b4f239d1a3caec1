import type { ProblemCode } from './problems.ts';
import type { Access } from './roles.ts';

/**
 * The endpoint table: plain data without schemas, so that the page can import it for nothing.
 * The server's router, the page's typed calls and the contract tests are all made from it.
 */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  access: Access;
  /** HTTP status of a success. */
  success: 200 | 201;
  /** Changes something: takes an `Idempotency-Key` (a UUID, the mutation id). */
  mutates?: true;
  /** Changes an existing entity: takes `If-Match: "<version>"`. */
  versioned?: true;
  /** Open to an account that is being deleted too, so that an interrupted deletion can go on. */
  openToDeleted?: true;
  /** Gives or takes access, or ends a group or an account: asks whether the sign-in was revoked. */
  sensitive?: true;
  /** Problems of this endpoint alone; `problemsOf` adds those that follow from its form. */
  problems: readonly ProblemCode[];
}

export const ROUTES = {
  getOpenApi: { method: 'GET', path: '/openapi.json', access: 'anyone', success: 200, problems: [] },
  getConfig: { method: 'GET', path: '/config', access: 'account', success: 200, problems: [] },
  getHealth: { method: 'GET', path: '/health', access: 'anyone', success: 200, problems: [] },

  getMe: { method: 'GET', path: '/me', access: 'account', success: 200, problems: [] },
  updateMe: { method: 'PATCH', path: '/me', access: 'account', success: 200, mutates: true, versioned: true, problems: [] },
  deleteMe: {
    method: 'DELETE',
    path: '/me',
    access: 'account',
    success: 200,
    mutates: true,
    sensitive: true,
    versioned: true,
    openToDeleted: true,
    problems: [],
  },

  listChanges: { method: 'GET', path: '/changes', access: 'account', success: 200, problems: ['reload-required', 'busy'] },
  listGroups: { method: 'GET', path: '/groups', access: 'account', success: 200, problems: ['busy'] },
  createGroup: { method: 'POST', path: '/groups', access: 'account', success: 201, mutates: true, problems: ['not-found', 'id-in-use'] },
  getGroup: { method: 'GET', path: '/groups/:groupId', access: 'viewer', success: 200, problems: [] },
  updateGroup: {
    method: 'PATCH',
    path: '/groups/:groupId',
    access: 'admin',
    success: 200,
    mutates: true,
    versioned: true,
    problems: [],
  },
  deleteGroup: {
    method: 'DELETE',
    path: '/groups/:groupId',
    access: 'admin',
    success: 200,
    mutates: true,
    sensitive: true,
    versioned: true,
    problems: [],
  },
  pullChanges: { method: 'GET', path: '/groups/:groupId/changes', access: 'viewer', success: 200, problems: ['reload-required', 'busy'] },

  addMember: {
    method: 'POST',
    path: '/groups/:groupId/members',
    access: 'member',
    success: 201,
    mutates: true,
    problems: ['id-in-use', 'group-full'],
  },
  updateMember: {
    method: 'PATCH',
    path: '/groups/:groupId/members/:memberId',
    access: 'viewer',
    success: 200,
    mutates: true,
    sensitive: true,
    versioned: true,
    problems: ['forbidden', 'last-admin'],
  },
  removeMember: {
    method: 'DELETE',
    path: '/groups/:groupId/members/:memberId',
    access: 'viewer',
    success: 200,
    mutates: true,
    sensitive: true,
    versioned: true,
    problems: ['forbidden', 'balance-open', 'last-admin'],
  },

  listInvites: { method: 'GET', path: '/groups/:groupId/invites', access: 'member', success: 200, problems: [] },
  createInvite: {
    method: 'POST',
    path: '/groups/:groupId/invites',
    access: 'member',
    success: 201,
    mutates: true,
    sensitive: true,
    problems: ['id-in-use', 'member-unavailable', 'already-claimed', 'too-many-invites'],
  },
  revokeInvite: {
    method: 'DELETE',
    path: '/groups/:groupId/invites/:inviteId',
    access: 'member',
    success: 200,
    mutates: true,
    sensitive: true,
    problems: [],
  },
  previewInvite: {
    method: 'POST',
    path: '/invites/preview',
    access: 'account',
    success: 200,
    problems: ['not-found', 'invite-expired', 'member-unavailable', 'already-claimed'],
  },
  acceptInvite: {
    method: 'POST',
    path: '/invites/accept',
    access: 'account',
    success: 201,
    mutates: true,
    sensitive: true,
    problems: ['not-found', 'invite-expired', 'id-in-use', 'member-unavailable', 'already-claimed', 'group-full'],
  },

  listExpenses: { method: 'GET', path: '/groups/:groupId/expenses', access: 'viewer', success: 200, problems: ['busy'] },
  getExpense: { method: 'GET', path: '/groups/:groupId/expenses/:expenseId', access: 'viewer', success: 200, problems: [] },
  createExpense: {
    method: 'POST',
    path: '/groups/:groupId/expenses',
    access: 'member',
    success: 201,
    mutates: true,
    problems: ['invalid-split', 'member-unavailable', 'id-in-use', 'too-many-currencies'],
  },
  updateExpense: {
    method: 'PATCH',
    path: '/groups/:groupId/expenses/:expenseId',
    access: 'member',
    success: 200,
    mutates: true,
    versioned: true,
    problems: ['invalid-split', 'member-unavailable', 'too-many-currencies'],
  },
  deleteExpense: {
    method: 'DELETE',
    path: '/groups/:groupId/expenses/:expenseId',
    access: 'member',
    success: 200,
    mutates: true,
    versioned: true,
    problems: ['too-many-currencies'],
  },

  listSettlements: { method: 'GET', path: '/groups/:groupId/settlements', access: 'viewer', success: 200, problems: ['busy'] },
  createSettlement: {
    method: 'POST',
    path: '/groups/:groupId/settlements',
    access: 'member',
    success: 201,
    mutates: true,
    problems: ['member-unavailable', 'id-in-use', 'too-many-currencies'],
  },
  updateSettlement: {
    method: 'PATCH',
    path: '/groups/:groupId/settlements/:settlementId',
    access: 'member',
    success: 200,
    mutates: true,
    versioned: true,
    problems: ['member-unavailable', 'too-many-currencies'],
  },
  deleteSettlement: {
    method: 'DELETE',
    path: '/groups/:groupId/settlements/:settlementId',
    access: 'member',
    success: 200,
    mutates: true,
    versioned: true,
    problems: ['too-many-currencies'],
  },

  getBalances: { method: 'GET', path: '/groups/:groupId/balances', access: 'viewer', success: 200, problems: ['busy'] },
  listActivity: { method: 'GET', path: '/groups/:groupId/activity', access: 'viewer', success: 200, problems: ['busy'] },
} as const satisfies Record<string, Route>;

export type EndpointName = keyof typeof ROUTES;

/** Names of the `:parameters` in a path, as a type: `'/groups/:groupId'` → `'groupId'`. */
export type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type Params<Name extends EndpointName> = Record<ParamName<(typeof ROUTES)[Name]['path']>, string>;

/** Fills the `:parameters` of a path, URL-encoded. */
export function pathOf<Name extends EndpointName>(name: Name, params: Params<Name>): string {
  const values: Record<string, string> = params;
  return ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
}

/** Every problem an endpoint may answer with: its own and those that follow from its form. */
export function problemsOf(name: EndpointName): ProblemCode[] {
  const route: Route = ROUTES[name];
  const codes = new Set<ProblemCode>(['invalid-request', 'internal', 'rate-limited', ...route.problems]);
  if (route.access !== 'anyone') codes.add('unauthenticated');
  if (route.access !== 'anyone' && !route.openToDeleted) codes.add('account-deleted');
  if (route.path.includes(':')) codes.add('not-found');
  if (route.access === 'member' || route.access === 'admin') codes.add('forbidden');
  if (route.method !== 'GET') codes.add('payload-too-large');
  if (route.mutates) codes.add('idempotency-key-reused').add('busy');
  if (route.versioned) codes.add('precondition-required').add('stale-version');
  return [...codes];
}
