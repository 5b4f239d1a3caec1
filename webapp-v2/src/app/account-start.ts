import type { Platform } from '../platform/browser.ts';
import type { StartedAccount } from '../stores/account/account-scope.ts';
import type { ConnectionReport } from '../sync/transport/connection-report.ts';
import { untilLoaded } from './until-loaded.ts';

/** What the reader came for has this long to begin loading before the heavy parts do, in ms. */
const HEAD_START_MS = 300;

type UsedPlatform = 'clock' | 'randomness' | 'http' | 'lifecycle' | 'loadFirestore' | 'afterPaint' | 'askBeforeClosing' | 'apiBase';

interface AccountStartDeps {
  platform: Pick<Platform, UsedPlatform> & { auth: Pick<Platform['auth'], 'token'> };
  report: ConnectionReport;
  onAccountDeleted(): void;
}

/** Starts what only a signed-in account needs, whose code is loaded when there is one. An account is signed in until `life` aborts. */
export function createAccountStart({ platform, report, onAccountDeleted }: AccountStartDeps) {
  const { clock, auth, lifecycle, randomness, afterPaint } = platform;

  return async (uid: string, life: AbortSignal): Promise<StartedAccount> => {
    const insist = <Code>(load: () => Promise<Code>) => untilLoaded(load, clock, life);
    const { createCall, openLocalDb, startAccountSync } = await insist(() => import('./account-chunk.ts'));
    // Not cut short when the account ends: what is to be forgotten lies in its database, so that is what must be opened.
    const db = await openLocalDb(uid, (ms) => clock.sleep(ms), insist);
    platform.askBeforeClosing(db.atRisk, life);
    let firstScreen: Promise<void> | undefined;
    const shown = async () => {
      await afterPaint();
      await clock.sleep(HEAD_START_MS, life);
      await sync.shown();
    };
    const sync = startAccountSync({
      uid,
      call: createCall({
        http: platform.http,
        base: platform.apiBase,
        token: (refresh) => auth.token(uid, refresh),
        onAccountDeleted,
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
      afterPaint,
      report,
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
  };
}
