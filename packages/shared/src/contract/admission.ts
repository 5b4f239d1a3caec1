import { type Access, ROLES, type Role } from './roles.ts';
import { type EndpointName, ROUTES } from './routes.ts';

/** How somebody stands to a group: by their role in it, or as one who was in it, who never was, or who is not even signed in. */
export const STANDINGS = [...ROLES, 'removed', 'outsider', 'nobody'] as const;
export type Standing = (typeof STANDINGS)[number];

export type Refusal = 'unauthenticated' | 'forbidden' | 'not-found';

/** Who is let in where; every endpoint's row is that of its `access`. Outsiders must not learn that a group exists. */
export const ADMISSION: Readonly<Record<Access, Readonly<Record<Standing, Refusal | null>>>> = {
  anyone: { viewer: null, member: null, admin: null, removed: null, outsider: null, nobody: null },
  account: { viewer: null, member: null, admin: null, removed: null, outsider: null, nobody: 'unauthenticated' },
  viewer: { viewer: null, member: null, admin: null, removed: 'not-found', outsider: 'not-found', nobody: 'unauthenticated' },
  member: { viewer: 'forbidden', member: null, admin: null, removed: 'not-found', outsider: 'not-found', nobody: 'unauthenticated' },
  admin: { viewer: 'forbidden', member: 'forbidden', admin: null, removed: 'not-found', outsider: 'not-found', nobody: 'unauthenticated' },
};

/** Why the server refuses the endpoint to somebody of that standing; null where it does not. */
export const refusalOf = (name: EndpointName, standing: Standing): Refusal | null => ADMISSION[ROUTES[name].access][standing];

/** Whether somebody with `role` in a group (`null`: not in it) may call the endpoint. The page hides what the server would refuse. */
export const mayCall = (name: EndpointName, role: Role | null): boolean => refusalOf(name, role ?? 'outsider') === null;
