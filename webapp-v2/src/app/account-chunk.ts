// What only a signed-in account needs, as one chunk that the sign-in page does not wait for.
export { openLocalDb } from '../local-db/open-local-db.ts';
export { startAccountSync } from '../sync/account-sync.ts';
export { createCall } from '../sync/api.ts';
