import { type Chance, createChance } from './chance.ts';

/** A change somebody makes to the simulated group. */
export interface PlannedWrite {
  /** Milliseconds after the start. */
  at: number;
  what: 'expense' | 'group' | 'leave' | 'join';
}

/** All that may go differently from one run to another. Probabilities are per occasion, durations in milliseconds. */
export interface Schedule {
  seed: number;
  /** One entry an instance: how far its clock is from true time. */
  skews: readonly [number, ...number[]];
  writes: readonly PlannedWrite[];
  delivery: { slowest: number; late: number; twice: number };
  effects: { slowest: number; stall: number };
  crash: number;
  /** Whether tasks come no sooner than they are due; emulators deliver them at once. */
  queueHonoursDueTime: boolean;
  /** The queue cannot be reached in here. */
  outage: { from: number; to: number } | null;
  /** Idle notifications are deleted, as the clean-up does. */
  cleansUp: boolean;
}

/** Long enough for a clean-up to find the notifications stale. */
const LONG_PAUSE_MS = 7 * 60_000;

/** Draws a schedule: bursts of writes, several instances whose clocks differ, and usually some misfortune. */
export function planSchedule(seed: number): Schedule {
  const chance = createChance(seed);
  const skew = chance.pick([0, 50, 250]);
  const [first, ...others] = Array.from({ length: chance.between(1, 5) }, () => chance.between(-skew, skew));
  const outageFrom = chance.between(0, 2_000);
  return {
    seed,
    skews: [first ?? 0, ...others],
    writes: planWrites(chance),
    delivery: { slowest: chance.pick([20, 200, 900]), late: chance.pick([0, 0.05]), twice: chance.pick([0, 0.2]) },
    effects: { slowest: chance.pick([4, 15, 60]), stall: chance.pick([0, 0.02]) },
    crash: chance.pick([0, 0.05, 0.3]),
    queueHonoursDueTime: chance.happens(0.8),
    outage: chance.happens(0.1) ? { from: outageFrom, to: outageFrom + chance.between(200, 3_000) } : null,
    cleansUp: chance.happens(0.2),
  };
}

/**
 * Clocks 400 ms apart, a queue that ignores due times and answers that crawl: three changes around the end of the first one's
 * window. Chance alone hits the narrow gaps between two instances too seldom.
 */
export function planClocksAtOdds(seed: number): Schedule {
  const chance = createChance(seed);
  const around = Array.from({ length: 3 }, () => chance.between(10, 700)).sort((one, other) => one - other);
  return {
    seed,
    skews: [-200, 200],
    writes: [0, ...around].map((at) => ({ at, what: chance.pick(['expense', 'expense', 'group']) })),
    delivery: { slowest: 10, late: 0, twice: 0 },
    effects: { slowest: 60, stall: 0 },
    crash: 0,
    queueHonoursDueTime: false,
    outage: null,
    cleansUp: false,
  };
}

/** Single edits, each long after the one before, on instances that agree on nothing. */
export function planIsolatedEdits(seed: number): Schedule {
  const chance = createChance(seed);
  const writes = Array.from({ length: chance.between(1, 8) }, (_, nth) => ({
    at: nth * 3_000,
    what: chance.pick(['expense', 'join'] as const),
  }));
  return { ...planClocksAtOdds(seed), writes };
}

function planWrites(chance: Chance): PlannedWrite[] {
  const writes: PlannedWrite[] = [];
  let at = 0;
  for (let burst = chance.between(1, 3); burst > 0; burst--) {
    at += chance.happens(0.2) ? LONG_PAUSE_MS : chance.between(0, 4_000);
    const gap = chance.pick([1, 10, 40, 200]);
    for (let left = chance.between(1, 12); left > 0; left--) {
      at += chance.between(0, gap);
      writes.push({ at, what: chance.pick(['expense', 'expense', 'expense', 'group', 'leave', 'join']) });
    }
  }
  return writes;
}
