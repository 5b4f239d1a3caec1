import type { Platform } from '../platform/browser.ts';
import { type AccountScope, createAccountScope, type StartedAccount } from '../stores/account/account-scope.ts';
import { createConnectionStore } from '../stores/account/connection.ts';
import { createGroupListStore } from '../stores/account/group-list.ts';
import { createInvitationStore } from '../stores/account/invitation.ts';
import { createProfileStore } from '../stores/account/profile.ts';
import { createSessionStore } from '../stores/account/session.ts';
import { createSignOutStore } from '../stores/account/sign-out.ts';
import { draftsOf } from '../stores/draft-shelf.ts';
import type { Stores } from '../stores/stores.ts';

/** How long until the program is loaded again when it could not be, in ms. */
const RELOAD_MS = 2000;
/** What the reader came for has this long to begin loading before the heavy parts do, in ms. */
const HEAD_START_MS = 300;

/** Makes everything the page works with, once. What only a signed-in account needs is loaded when there is one. */
export function createStores(platform: Platform): Stores {
  const { clock, auth, lifecycle, randomness } = platform;
  const connection = createConnectionStore(clock);
  const page = new AbortController();

  async function start(uid: string, life: AbortSignal): Promise<StartedAccount> {
    const { createCall, openLocalDb, startAccountSync } = await loadAccountSync(life);
    const db = await openLocalDb(uid, (ms) => clock.sleep(ms, life));
    let firstScreen: Promise<void> | undefined;
    const shown = async () => {
      await platform.afterPaint();
      await clock.sleep(HEAD_START_MS, life);
      await sync.shown();
    };
    const sync = startAccountSync({
      uid,
      call: createCall({
        http: platform.http,
        base: platform.apiBase,
        token: (refresh) => auth.token(uid, refresh),
        onAccountDeleted: () => profile.accountIsDeleted(),
      }),
      db,
      async loadListen() {
        firstScreen ??= shown();
        await firstScreen;
        return platform.loadFirestore();
      },
      lifecycle,
      clock,
      randomness,
      afterPaint: platform.afterPaint,
      report: connection.report,
      signal: life,
    });
    return {
      sync,
      async forget(what) {
        const forgotten = what === 'all' ? db.clear() : db.forgetCached();
        // What is begun is finished; what was about to be stored comes too late.
        db.close();
        await forgotten;
      },
    };
  }

  async function loadAccountSync(life: AbortSignal) {
    for (;;) {
      try {
        return await import('./account-chunk.ts');
      } catch (error) {
        await clock.sleep(RELOAD_MS, life);
        if (life.aborted) throw error;
      }
    }
  }

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
