import type { EndpointName } from './routes.ts';
import { ROUTES } from './routes.ts';

/** What a member may do in a group, from least to most. */
export const ROLES = ['viewer', 'member', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call an endpoint: anyone at all, any signed-in account, or members with at least that role. */
export type Access = 'anyone' | 'account' | Role;

/** Whether somebody with `role` in a group (`null`: not in it) may call the endpoint. The server refuses by it, the page hides by it. */
export function mayCall(name: EndpointName, role: Role | null): boolean {
  const access: Access = ROUTES[name].access;
  if (access === 'anyone' || access === 'account') return true;
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(access);
}
