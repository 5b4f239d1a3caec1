/** What a member may do in a group, from least to most. */
export const ROLES = ['viewer', 'member', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call an endpoint: anyone at all, any signed-in account, or members with at least that role. */
export type Access = 'anyone' | 'account' | Role;
