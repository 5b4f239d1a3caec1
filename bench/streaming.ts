import { setTimeout as sleep } from 'node:timers/promises';
import { asPerson } from '../scripts/demo/person.ts';
import type { Replica } from '../webapp-v2/src/sync/replica/replica.ts';
import { burst, post } from './commits.ts';
import { startCountedApi } from './counted-api.ts';
import { startCountedListen } from './counted-listen.ts';
import { type Figure, median } from './figure.ts';
import { admit, createGroup } from './ledger.ts';
import { untilAnnounced } from './quiet.ts';
import type { Stage } from './stage.ts';
import { startViewer } from './viewer.ts';

const EDITS = 8;
const SETTLE_MS = 800;
const BURSTS = 2;
const FLAGS = 'config/flags';

/**
 * What a member who has the group open reads with and without the flag `streaming.groups`: the page's engine in this process, on
 * Firestore's own listeners and an API of its own that counts. Reads are counted as Firestore bills them.
 */
export async function measureStreaming(stage: Stage): Promise<Figure[]> {
  try {
    const on = await follow(stage, true);
    const off = await follow(stage, false);
    const each = (what: string, of: (seen: Followed) => Figure['value'], unit: Figure['unit']): Figure[] => [
      { what: `${what}, \`streaming.groups\` on`, value: of(on), unit },
      { what: `${what}, \`streaming.groups\` off`, value: of(off), unit },
    ];
    return [
      ...each('A single post: commit → the viewer holds it, p50', ({ delays }) => median(delays), 'ms'),
      ...each('A single post: reads of a viewer', ({ single }) => total(single) / EDITS, ''),
      ...each('Burst of 40 posts: last commit → the viewer holds all, median', ({ burstDelays }) => median(burstDelays), 'ms'),
      ...each('Burst of 40 posts: reads of a viewer', ({ rush }) => total(rush) / BURSTS, ''),
      ...each('— by listeners on the open group', ({ rush }) => rush.open / BURSTS, ''),
      ...each('— by the listener on all groups', ({ rush }) => rush.all / BURSTS, ''),
      ...each('— by pulls', ({ rush }) => rush.pulls / BURSTS, ''),
    ];
  } finally {
    await stage.firestore.doc(FLAGS).delete();
  }
}

interface Reads {
  open: number;
  all: number;
  pulls: number;
}

interface Followed {
  delays: number[];
  single: Reads;
  burstDelays: number[];
  rush: Reads;
}

const total = ({ open, all, pulls }: Reads) => open + all + pulls;

async function follow(stage: Stage, isStreamed: boolean): Promise<Followed> {
  await stage.firestore.doc(FLAGS).set({ flags: { 'streaming.groups': isStreamed } });
  const api = await startCountedApi({ projectId: stage.projectId });
  const person = await asPerson(stage.authUrl, api.apiUrl, stage.newCredentials('Vida Holt'));
  const listening = startCountedListen(stage, person.uid);
  const viewer = startViewer({ person, apiUrl: api.apiUrl, listen: listening.listen });
  try {
    const group = await createGroup(stage.writer, 'Followed');
    group.memberIds.push(await admit(stage.writer, person, group));
    const replica = viewer.sync.open(group.id, new AbortController().signal);
    const quiet = async () => {
      await untilAnnounced(stage.firestore, [group.id]);
      await until(() => replica.status() === 'ready' && viewer.state() === 'live');
    };
    const take = (): Reads => {
      const heard = listening.take();
      const all = heard.get('group-changes') ?? 0;
      return { all, open: [...heard.values()].reduce((sum, reads) => sum + reads, 0) - all, pulls: api.take().reads };
    };
    await post(stage, group);
    await quiet();

    take();
    const delays: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const { committedAt, seq } = await post(stage, group);
      delays.push((await heldAt(replica, seq)) - committedAt);
      await sleep(SETTLE_MS);
    }
    const single = take();
    const burstDelays: number[] = [];
    for (let round = 0; round < BURSTS; round += 1) {
      const commits = await burst(stage, group);
      const heldAll = await heldAt(replica, Math.max(...commits.map(({ seq }) => seq)));
      burstDelays.push(heldAll - Math.max(...commits.map(({ committedAt }) => committedAt)));
      await quiet();
    }
    return { delays, single, burstDelays, rush: take() };
  } finally {
    viewer.close();
    await Promise.all([listening.close(), api.close()]);
  }
}

/** When the replica's cursor got there (epoch ms); at once where it is there already. */
async function heldAt(replica: Replica, seq: number): Promise<number> {
  await until(() => (replica.confirmed()?.cursor ?? 0) >= seq);
  return performance.timeOrigin + performance.now();
}

async function until(isSo: () => boolean): Promise<void> {
  const lateAt = Date.now() + 30_000;
  while (!isSo()) {
    if (Date.now() > lateAt) throw new Error('the viewer did not get there');
    await sleep(1);
  }
}
