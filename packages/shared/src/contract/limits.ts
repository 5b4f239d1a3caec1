/** Numbers that both sides must agree on. */
export const LIMITS = {
  nameLength: 120,
  descriptionLength: 200,
  noteLength: 2000,
  membersPerGroup: 100,
  pageSize: 100,
  defaultPageSize: 50,
  bodyBytes: 64 * 1024,
  inviteDays: 30,
} as const;
