import type { Person } from '../scripts/demo/person.ts';
import type { LocalDb } from '../webapp-v2/src/local-db/local-db.ts';
import { createMemoryDb } from '../webapp-v2/src/local-db/memory-db.ts';
import { type Clock, systemClock } from '../webapp-v2/src/platform/clock.ts';
import { browserHttp, type Http } from '../webapp-v2/src/platform/http.ts';
import type { Listen } from '../webapp-v2/src/platform/live-query.ts';
import { systemRandomness } from '../webapp-v2/src/platform/randomness.ts';
import { type AccountSync, startAccountSync } from '../webapp-v2/src/sync/account-sync.ts';
import { createCall } from '../webapp-v2/src/sync/api.ts';
import type { TransportState } from '../webapp-v2/src/sync/transport/pokes.ts';

interface ViewerOptions {
  person: Person;
  apiUrl: string;
  listen: Listen;
  clock?: Clock;
  http?: Http;
  /** What an earlier visit left in the browser. */
  db?: LocalDb;
  /** How long the first screen takes before the page begins to listen, in ms. */
  firstScreenMs?: number;
}

export interface Viewer {
  sync: AccountSync;
  state(): TransportState;
  close(): void;
}

/** The page's own engine without its screens: it pulls over HTTP, and listens by what it is given. Somebody looks at it all the time. */
export function startViewer({
  person,
  apiUrl,
  listen,
  clock = systemClock,
  http = browserHttp,
  db = createMemoryDb(),
  firstScreenMs = 0,
}: ViewerOptions): Viewer {
  const life = new AbortController();
  let current: TransportState = 'connecting';
  const sync = startAccountSync({
    uid: person.uid,
    call: createCall({ http, base: apiUrl, token: async () => person.token, onAccountDeleted() {} }),
    db,
    async loadListen() {
      await clock.sleep(firstScreenMs, life.signal);
      return listen;
    },
    lifecycle: { visible: () => true, online: () => true, onChange() {} },
    clock,
    randomness: systemRandomness,
    report: {
      state(state) {
        current = state;
      },
      retryAt() {},
      quality() {},
    },
    signal: life.signal,
  });
  return { sync, state: () => current, close: () => life.abort() };
}
