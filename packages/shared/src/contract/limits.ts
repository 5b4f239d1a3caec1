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
  /** Calls a minute of one account, mutations counted apart; of one address where nobody is signed in. */
  readsPerMinute: 1200,
  mutationsPerMinute: 1200,
  strangersPerMinute: 600,
} as const;
