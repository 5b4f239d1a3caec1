import { randomFrom } from './random.ts';

/** What happens to the reader's page, and in a group: `changed` is by somebody else, `spent` by the reader. Groups are numbered. */
export type Moment = { atMs: number; what: 'loaded' | 'left' } | { atMs: number; what: 'opened' | 'spent' | 'changed'; group: number };

export const GROUPS = 20;
/** Of each group when the hour begins. */
export const EXPENSES = 50;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const HOUR_MS = 60 * MINUTE;

/** Around the table the others enter their receipts: minute it begins, how many. */
const FLURRIES = [
  [3, 6],
  [12, 4],
  [23, 7],
  [38, 5],
  [52, 6],
] as const;
/** Changes elsewhere: one every so often, in one of that many groups. */
const ELSEWHERE = 18;
const LIVELY_GROUPS = 8;

/** Three visits, as on a phone that discards the page between them; in each the reader's own group is open most of the time. */
const VISITS = [
  {
    from: 0,
    to: 17,
    looks: [
      [1, 0],
      [14, 1],
    ],
    spends: [4, 9],
  },
  { from: 20, to: 36, looks: [[20.5, 0]], spends: [25] },
  {
    from: 40,
    to: 60,
    looks: [
      [40.5, 0],
      [48, 1],
      [50, 0],
    ],
    spends: [44, 57],
  },
] as const;

/**
 * An hour of somebody on a trip with friends: a written-down pattern (when the page is looked at and when receipts are entered)
 * with a seeded scatter, so that every run replays the same hour.
 */
export function recordedHour(): Moment[] {
  const random = randomFrom(20);
  const moments: Moment[] = [];
  for (const { from, to, looks, spends } of VISITS) {
    moments.push({ atMs: from * MINUTE, what: 'loaded' }, { atMs: to * MINUTE - 1, what: 'left' });
    for (const [minute, group] of looks) moments.push({ atMs: minute * MINUTE, what: 'opened', group });
    for (const minute of spends) moments.push({ atMs: minute * MINUTE, what: 'spent', group: 0 });
  }
  for (const [minute, count] of FLURRIES) {
    let atMs = minute * MINUTE;
    for (let change = 0; change < count; change += 1) {
      moments.push({ atMs, what: 'changed', group: 0 });
      atMs += 200 + random(20 * SECOND);
    }
  }
  for (let change = 0; change < ELSEWHERE; change += 1) {
    const atMs = (change * HOUR_MS) / ELSEWHERE + random(HOUR_MS / ELSEWHERE);
    moments.push({ atMs, what: 'changed', group: 1 + random(LIVELY_GROUPS) });
  }
  return moments.sort((a, b) => a.atMs - b.atMs);
}

const STREAMED_A_CHANGE = 2;
const POLL_MS = 30 * SECOND;

interface Baselines {
  streamedAnew: number;
  streamedOnce: number;
  polled: number;
}

/**
 * What other designs would read in the same hour, their own writes left out:
 * - `streamedAnew`: every group and expense is listened to while the page is there, with the SDK's default cache, which ends with
 *   the page: each load reads all of them, and each change the group and the expense.
 * - `streamedOnce`: the same with the SDK's durable cache: all of them once, and every change of the hour.
 * - `polled`: 20 groups and the open group's 50 expenses, every 30 s while the page is there.
 */
export function baselinesOf(moments: readonly Moment[]): Baselines {
  let isThere = false;
  let since = 0;
  let expenses = GROUPS * EXPENSES;
  const reads: Baselines = { streamedAnew: 0, streamedOnce: GROUPS + expenses, polled: 0 };
  for (const { what, atMs } of moments) {
    if (what === 'loaded') {
      isThere = true;
      since = atMs;
      reads.streamedAnew += GROUPS + expenses;
    } else if (what === 'left') {
      isThere = false;
      reads.polled += Math.ceil((atMs - since) / POLL_MS) * (GROUPS + EXPENSES);
    } else if (what === 'changed' || what === 'spent') {
      expenses += 1;
      reads.streamedOnce += STREAMED_A_CHANGE;
      if (isThere) reads.streamedAnew += STREAMED_A_CHANGE;
    }
  }
  return reads;
}
