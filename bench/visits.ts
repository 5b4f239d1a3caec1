import type { Person } from '../scripts/demo/person.ts';
import { createMemoryDb } from '../webapp-v2/src/local-db/memory-db.ts';
import { browserHttp } from '../webapp-v2/src/platform/http.ts';
import type { Listen } from '../webapp-v2/src/platform/live-query.ts';
import { createLedgerWrites, type LedgerWrites } from '../webapp-v2/src/stores/group/ledger-writes.ts';
import { expenseDraft, type GroupHandle } from './ledger.ts';
import type { SimulatedTime } from './simulated-time.ts';
import { startViewer, type Viewer } from './viewer.ts';

/** From the start of the page until it begins to listen, in ms. */
const FIRST_SCREEN_MS = 1_500;

interface VisitsOptions {
  person: Person;
  apiUrl: string;
  time: SimulatedTime;
  listen: Listen;
}

/** Somebody's browser over several visits: one page at a time, one open group at a time, and local data that stays. */
export function createVisits({ person, apiUrl, time, listen }: VisitsOptions) {
  const db = createMemoryDb();
  let viewer: Viewer | null = null;
  let opened: AbortController | null = null;
  let write: Pick<LedgerWrites, 'addExpense'> | null = null;

  const present = (): Viewer => {
    if (!viewer) throw new Error('nobody has the page open at this moment of the hour');
    return viewer;
  };

  return {
    load() {
      viewer = startViewer({
        person,
        apiUrl,
        listen,
        clock: time,
        http: (request, signal) => time.during(browserHttp(request, signal)),
        db,
        firstScreenMs: FIRST_SCREEN_MS,
      });
      // As the page does for its profile.
      void present().sync.call('getMe', { params: {} });
    },
    leave() {
      viewer?.close();
      viewer = null;
      opened = null;
      write = null;
    },
    open(group: GroupHandle) {
      const { sync } = present();
      opened?.abort();
      opened = new AbortController();
      const replica = sync.open(group.id, opened.signal);
      write = createLedgerWrites(
        () => ({ groupId: group.id, account: sync, replica }),
        () => ({ rows: [], settlements: [] }),
        () => {},
      );
    },
    /** In the group that is open. */
    spend(group: GroupHandle) {
      if (!write) throw new Error('no group is open at this moment of the hour');
      write.addExpense(expenseDraft(group, 'My round'));
    },
  };
}
