/** Numbers that both sides must agree on. */
export const LIMITS = {
  nameLength: 120,
  descriptionLength: 200,
  noteLength: 2000,
  /** Those who are there: with an account or as placeholders. */
  membersPerGroup: 100,
  /** Those who are there and those who left, since the ledger goes on naming them. */
  placesPerGroup: 200,
  openInvitesPerGroup: 100,
  /** With open balances at a time. Lists read whole groups, so this and the members bound what a page of groups weighs. */
  currenciesPerGroup: 20,
  pageSize: 100,
  defaultPageSize: 50,
  bodyBytes: 64 * 1024,
  inviteDays: 30,
  /** Calls a minute of one account, mutations counted apart, reads of many rows as several; of one address where nobody is signed in. */
  readsPerMinute: 1200,
  mutationsPerMinute: 1200,
  strangersPerMinute: 600,
} as const;
