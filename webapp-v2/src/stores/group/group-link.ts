import type { AccountSync } from '../../sync/account-sync.ts';
import type { Replica } from '../../sync/replica/replica.ts';

/** What the parts of an open group work with, once there is an account. */
export interface GroupLink {
  groupId: string;
  account: AccountSync;
  replica: Replica;
}

/** Nothing can be changed before the group is shown. @throws Error until then */
export type Linked = () => GroupLink;
