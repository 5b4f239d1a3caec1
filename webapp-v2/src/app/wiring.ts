import type { Platform } from '../platform/browser.ts';
import { type AccountScope, createAccountScope } from '../stores/account/account-scope.ts';
import { createConnectionStore } from '../stores/account/connection.ts';
import { createGroupListStore } from '../stores/account/group-list.ts';
import { createInvitationStore } from '../stores/account/invitation.ts';
import { createProfileStore } from '../stores/account/profile.ts';
import { createSessionStore } from '../stores/account/session.ts';
import { createSignOutStore } from '../stores/account/sign-out.ts';
import { draftsOf } from '../stores/draft-shelf.ts';
import type { Stores } from '../stores/stores.ts';
import { createAccountStart } from './account-start.ts';

/** Makes everything the page works with, once. */
export function createStores(platform: Platform): Stores {
  const { auth, clock } = platform;
  const connection = createConnectionStore(clock);
  const page = new AbortController();

  const start = createAccountStart({ platform, report: connection.report, onAccountDeleted: () => profile.accountIsDeleted() });
  const session = createSessionStore({ accounts: auth, visits: platform.visits, forgotten: () => scope.forgotten(), signal: page.signal });
  const scope: AccountScope = createAccountScope({ account: session.account, isSigningOut: session.isSigningOut, start });

  const profile = createProfileStore({ sync: scope.sync, signOut: session.signOutForGood });

  return {
    session,
    signOut: createSignOutStore({ sync: scope.sync, session }),
    connection: connection.store,
    profile,
    groupList: createGroupListStore(scope.sync),
    invitation: createInvitationStore(scope.sync),
    draftsOf: (uid) => draftsOf(uid, scope.sync),
    groupDeps: { sync: scope.sync, origin: platform.origin, log: platform.logError },
  };
}
