import { randomUUID } from 'node:crypto';
import { connectFirebase } from '../firebase/functions/src/repositories/firebase.ts';
import { asPerson, type Person } from '../scripts/demo/person.ts';
import { baselinesOf, EXPENSES, GROUPS, HOUR_MS, type Moment, recordedHour } from './activity-trace.ts';
import { type CountedApi, countOperationsOf, startCountedApi } from './counted-api.ts';
import type { Figure } from './figure.ts';
import { grow } from './grow.ts';
import { admit, expenseBody, type GroupHandle } from './ledger.ts';
import { createSimulatedBackend } from './simulated-backend.ts';
import { createSimulatedTime } from './simulated-time.ts';
import type { Stage } from './stage.ts';
import { createVisits } from './visits.ts';

/** In per cent. Streaming is what the SDK does by default; that with its durable cache stands beside it as a reference. */
const BELOW_STREAMING = 80;
const BELOW_POLLING = 90;

interface HourReads {
  notifications: number;
  openGroup: number;
  calls: number;
  workers: number;
}

/**
 * What somebody's browser reads in the recorded hour: the page's engine and the API as they are, with real data, in simulated time.
 * The browser is a new one at the first load and keeps its local data from then on.
 */
export async function measureSession(stage: Stage): Promise<Figure[]> {
  const moments = recordedHour();
  const { streamedAnew, streamedOnce, polled } = baselinesOf(moments);
  const on = await relive(stage, moments, true);
  const off = await relive(stage, moments, false);
  const below = (reads: number, baseline: number) => 100 * (1 - reads / baseline);
  const all = ({ notifications, openGroup, calls }: HourReads) => notifications + openGroup + calls;
  const changes = moments.filter(({ what }) => what === 'changed' || what === 'spent').length;
  const hour = `Recorded hour (3 visits, ${changes} changes, ${GROUPS} groups of ${EXPENSES} expenses)`;
  return [
    { what: `${hour}: notifications read`, value: on.notifications, unit: '', budget: 100 },
    { what: `${hour}: all reads`, value: all(on), unit: '' },
    { what: '— of which by API calls, own posts included', value: on.calls, unit: '' },
    { what: '— of which by the listener on the open group', value: on.openGroup, unit: '' },
    { what: '— all reads with `streaming.groups` off', value: all(off), unit: '' },
    { what: 'Streaming every group and expense, anew at each load: reads', value: streamedAnew, unit: '' },
    { what: 'Streaming every group and expense, kept durably: reads', value: streamedOnce, unit: '' },
    { what: '30 s polling of 20 groups and 50 expenses: reads', value: polled, unit: '' },
    { what: 'Below streaming anew at each load', value: below(all(on), streamedAnew), unit: '%', budget: BELOW_STREAMING, atLeast: true },
    { what: 'Below streaming kept durably', value: below(all(on), streamedOnce), unit: '%' },
    { what: 'Below 30 s polling', value: below(all(on), polled), unit: '%', budget: BELOW_POLLING, atLeast: true },
    { what: 'Reads of triggers, flushes and clean-up in that hour, shared by all members', value: on.workers, unit: '' },
  ];
}

async function relive(stage: Stage, moments: readonly Moment[], isStreamed: boolean): Promise<HourReads> {
  const life = new AbortController();
  const startedAt = Date.now();
  const time = createSimulatedTime(startedAt);
  // Nothing else may be there for the clean-up to look after.
  const projectId = `${stage.projectId}-hour-${isStreamed ? 'streamed' : 'announced'}`;
  const api = await startCountedApi({ projectId, now: time.now });
  const worker = connectFirebase(projectId, 'worker');
  const looking = connectFirebase(projectId, 'looking');
  try {
    await api.db.doc('config/flags').set({ flags: { 'streaming.groups': isStreamed } });
    const writer = await asPerson(stage.authUrl, api.apiUrl, stage.newCredentials('Arne Dahl'));
    const person = await asPerson(stage.authUrl, api.apiUrl, stage.newCredentials('Rhea Moss'));
    const groups = await prepareGroups(api, writer, person);
    const takeWork = countOperationsOf(worker.db);
    const backend = createSimulatedBackend({ time, data: looking.db, worker: worker.db, signal: life.signal });
    const visits = createVisits({ person, apiUrl: api.apiUrl, time, listen: backend.listen });

    api.take();
    let calls = 0;
    for (const moment of moments) {
      await time.advanceTo(startedAt + moment.atMs);
      if (!('group' in moment)) {
        if (moment.what === 'loaded') visits.load();
        else visits.leave();
        continue;
      }
      const group = groups[moment.group];
      if (!group) throw new Error(`the hour knows of no group ${moment.group}`);
      if (moment.what === 'opened') {
        visits.open(group);
        continue;
      }
      if (moment.what === 'spent') {
        visits.spend(group);
        await time.advanceTo(time.now());
      } else {
        calls += api.take().reads;
        await writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), 'Round of drinks') });
        api.take();
      }
      backend.committed(group.id);
    }
    await time.advanceTo(startedAt + HOUR_MS);
    const heard = backend.take();
    return {
      notifications: (heard.get('group-changes') ?? 0) + (heard.get('expense-changes') ?? 0),
      openGroup: heard.get('groups') ?? 0,
      calls: calls + api.take().reads,
      workers: takeWork().reads,
    };
  } finally {
    life.abort();
    await Promise.all([api.close(), worker.close(), looking.close()]);
  }
}

async function prepareGroups({ db }: CountedApi, writer: Person, reader: Person): Promise<GroupHandle[]> {
  const groups: GroupHandle[] = [];
  for (let index = 0; index < GROUPS; index += 1) {
    const group = await grow(writer, db, EXPENSES);
    group.memberIds.push(await admit(writer, reader, group));
    groups.push(group);
  }
  return groups;
}
