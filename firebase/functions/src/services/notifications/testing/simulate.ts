import type { NotificationKind } from '@splitifyd/shared/contract';
import type { Revision } from '../../ports.ts';
import { type Announcer, type AnnouncerDeps, type Announcing, createAnnouncer } from '../announcer.ts';
import { MAX_AGE_MS } from '../clean-up.ts';
import type { Announced, AnyNotification, FlushTask } from '../ports.ts';
import { createChance } from './chance.ts';
import { createChecks } from './checks.ts';
import { createSimulatedGroup } from './group.ts';
import type { Schedule } from './schedule.ts';
import { createVirtualTime } from './virtual-time.ts';

const GROUP = 'g';
const START = 1_000_000;
const REDELIVERIES_THAT_MAY_CRASH = 6;
const CLEAN_UP_EVERY_MS = 60_000;

/** A way of getting the protocol wrong, for showing that the simulation would notice. */
export interface Mutant {
  name: string;
  /** Id of the rule that cannot hold then. */
  breaks: string;
  /** `eventSeq`: the change that the trigger's event, or the one that asked for the flush, was about. */
  effects?: (honest: AnnouncerDeps, eventSeq: number) => AnnouncerDeps;
  flush?: (announcer: Announcer, task: FlushTask) => Promise<Announcing>;
}

export interface Findings {
  violations: string[];
  announcements: AnyNotification[];
  flushes: number;
  /** Milliseconds that flushes waited for their window's end, all together. */
  waitedMs: number;
}

/** Plays one schedule of the protocol in virtual time until nothing is left to happen. */
export async function simulate(schedule: Schedule, mutant?: Mutant): Promise<Findings> {
  const chance = createChance(schedule.seed ^ 0x5eed);
  const time = createVirtualTime();
  const group = createSimulatedGroup();
  const checks = createChecks(schedule, group);
  const standing = new Map<NotificationKind, AnyNotification & { revision: Revision }>();
  const taskNames = new Set<string>();
  const findings: Findings = { violations: checks.violations, announcements: [], flushes: 0, waitedMs: 0 };
  let revisions = 0;

  const trueTime = () => START + time.now();
  const latency = () => (chance.happens(schedule.effects.stall) ? chance.between(200, 2_000) : chance.between(1, schedule.effects.slowest));

  /** At least once: whoever crashes or throws comes again, on any instance. */
  function deliver(eventSeq: number, start: (announcer: Announcer) => Promise<Announcing>, attempt = 1): void {
    const again = () => time.after(chance.between(50, 1_500), () => deliver(eventSeq, start, attempt + 1));
    const crashes = attempt <= REDELIVERIES_THAT_MAY_CRASH && chance.happens(schedule.crash);
    const honest = effectsOn(chance.pick(schedule.skews), eventSeq, crashes ? chance.between(0, 12) : Number.POSITIVE_INFINITY, again);
    start(createAnnouncer(mutant?.effects?.(honest, eventSeq) ?? honest)).catch(again);
  }

  /** The world as one call sees it. It dies before or after its `steps`-th half effect: nothing of it happens any more. */
  function effectsOn(skew: number, eventSeq: number, steps: number, died: () => void): AnnouncerDeps {
    let left = steps;
    const survives = () => {
      if (left-- === 0) died();
      return left >= 0;
    };
    const effect = <T>(act: () => T): Promise<T> =>
      new Promise((resolve) => {
        if (!survives()) return;
        time.after(latency(), () => {
          const result = act();
          if (survives()) time.after(latency(), () => resolve(result));
        });
      });

    return {
      now: () => trueTime() + skew,
      sleep: (ms) => {
        findings.waitedMs += ms;
        return time.wait(ms);
      },
      groups: {
        readHead: () => effect(group.head),
        readEntries: async (...asked) => effect(() => group.entries(...asked)),
      },
      notifications: {
        read: ({ kind }) => effect(() => standing.get(kind) ?? null),
        write({ kind }, next, seen) {
          const decidedAt = trueTime();
          return effect(() => writeIfUnchanged(kind, next, seen, decidedAt));
        },
      },
      enqueueFlush: (task) => effect(() => enqueue(task, eventSeq)),
    };
  }

  function writeIfUnchanged(kind: NotificationKind, next: AnyNotification, seen: Announced | null, decidedAt: number): Announced | null {
    if (standing.get(kind)?.revision !== seen?.revision) return null;
    const written = { ...next, revision: String(++revisions) as Revision };
    standing.set(kind, written);
    checks.announced(kind, next, { decidedAt, again: seen !== null });
    findings.announcements.push(next);
    return written;
  }

  function enqueue(task: FlushTask, eventSeq: number): boolean {
    const { outage } = schedule;
    if (outage && time.now() >= outage.from && time.now() < outage.to) return false;
    const name = `${task.kind}-${task.groupId}-${task.windowEndsAt}`;
    if (taskNames.has(name)) return true;
    taskNames.add(name);
    findings.flushes++;
    checks.queued(task.kind, task.windowEndsAt);
    const early = schedule.queueHonoursDueTime ? task.windowEndsAt + 100 - trueTime() : 0;
    const flush = mutant?.flush ?? ((announcer: Announcer) => announcer.flush(task));
    dispatch(Math.max(0, early), () => deliver(eventSeq, (announcer) => flush(announcer, task)));
    return true;
  }

  /** Brings about one delivery or two, each as late and as out of order as the schedule says. */
  function dispatch(dueInMs: number, run: () => void): void {
    const { slowest, late, twice } = schedule.delivery;
    for (let copies = chance.happens(twice) ? 2 : 1; copies > 0; copies--) {
      time.after(dueInMs + (chance.happens(late) ? chance.between(1_000, 4_000) : chance.between(1, slowest)), run);
    }
  }

  function cleanUpAt(ms: number): void {
    time.after(ms, () => {
      for (const [kind, { timestamp }] of standing) if (trueTime() - timestamp > MAX_AGE_MS) standing.delete(kind);
    });
  }

  for (const { at, what } of schedule.writes) {
    time.after(at, () => {
      const seq = group.write(what, trueTime());
      const kinds: NotificationKind[] = what === 'expense' ? ['group-changes', 'expense-changes'] : ['group-changes'];
      for (const kind of kinds) dispatch(0, () => deliver(seq, (announcer) => announcer.announce({ kind, groupId: GROUP })));
    });
  }
  if (schedule.cleansUp) for (let minute = 1; minute <= 20; minute++) cleanUpAt(minute * CLEAN_UP_EVERY_MS);

  await time.run();
  checks.atRest(standing);
  return findings;
}
