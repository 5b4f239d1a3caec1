import type { ConnectionStore } from './account/connection.ts';
import type { GroupListStore } from './account/group-list.ts';
import type { InvitationStore } from './account/invitation.ts';
import type { ProfileStore } from './account/profile.ts';
import type { SessionStore } from './account/session.ts';
import type { SignOutStore } from './account/sign-out.ts';
import type { DraftShelf } from './draft-shelf.ts';
import type { OpenGroupDeps } from './group/open-group.ts';

/** All that the page works with. The group list and open groups belong to whoever is signed in and start anew with the account. */
export interface Stores {
  session: SessionStore;
  signOut: SignOutStore;
  connection: ConnectionStore;
  profile: ProfileStore;
  groupList: GroupListStore;
  invitation: InvitationStore;
  /** Half-typed forms that are of no group, as long as that account is signed in. */
  draftsOf(uid: string): DraftShelf;
  /**
   * For `createOpenGroup(stores.groupDeps, groupId)`, which the group's page imports itself, so that its code (view, domain)
   * comes with that page and not with the sign-in.
   */
  groupDeps: OpenGroupDeps;
}
