import type { Surroundings } from '../ports.ts';
import { composeNotification, ENTRIES_READ } from './contents.ts';
import type { EnqueueFlush, FlushTask, HeadReader, NotificationStore, Target } from './ports.ts';
import { nextStep } from './step.ts';

export interface AnnouncerDeps {
  notifications: NotificationStore;
  groups: HeadReader;
  enqueueFlush: EnqueueFlush;
  /** This instance's clock; no two instances need agree. */
  now: Surroundings['now'];
  sleep: Surroundings['sleep'];
}

export type Announcing = 'nothing-new' | 'announced' | 'deferred';

/** Says that a group changed, at most once a window, however many triggers call it at once on however many instances. */
export interface Announcer {
  /** For a trigger: announces the group's head now, or leaves it to the flush at the window's end. */
  announce(target: Target): Promise<Announcing>;
  /** For the flush: waits until the window has ended by this instance's clock, then announces what is left. */
  flush(task: FlushTask): Promise<Announcing>;
}

/** Rounds of one call. Whoever loses a round lost it to a publication, which opens a window, so the second nearly always ends it. */
export const MAX_ROUNDS = 10;

/**
 * The coalescer. It keeps nothing between calls: all it knows is in the notification N, the group's head H and the names of tasks.
 *
 * ```
 *  change ──► read N ──► read H ──► look ── nothing new ─────────────────────────► done
 *                ▲          ▲        │
 *                │          │        ├── window open ──► enqueue {kind}-{group}-{window's end} ──► done
 *                │          │        │                              │ queue unreachable             ┆
 *                │          │        │                              ▼                               ┆ at the window's end
 *                │          │        └── window over ──► publish H where N is unchanged             ▼
 *                │          └──────── written: look again ──┘  │                             wait out own clock
 *                └─────────────────── lost to another ─────────┘                                    │
 *                └──────────────────────────────────────────────────────────────────────────────────┘
 * ```
 *
 * Why nothing is lost. Every change has a trigger that starts after it and runs until it succeeds. Say it defers: it saw N behind
 * its change, in window T. Task T exists then. Either N stays until task T looks, which, having waited, finds T over and N behind,
 * and publishes; or N is replaced, and whoever replaced it looked at the head again *after* that, and so saw the change.
 * None of this compares two clocks. Skew only moves announcements closer together, by as much as the clocks differ.
 * The flush has to wait although its task has a due time: queues may be early by this instance's clock, and a flush that finds its
 * own window open could only ask for itself, which the queue refuses as a duplicate.
 *
 * @throws after `MAX_ROUNDS` publications by others in a row; delivery is at least once, so the call comes again.
 */
export function createAnnouncer({ notifications, groups, enqueueFlush, now, sleep }: AnnouncerDeps): Announcer {
  async function announce({ kind, groupId }: Target): Promise<Announcing> {
    const target = { kind, groupId };
    let announced = await notifications.read(target);
    let outcome: Announcing = 'nothing-new';

    for (let round = 0; round < MAX_ROUNDS; round++) {
      const head = await groups.readHead(groupId);
      if (head === null) return outcome;

      const step = nextStep(announced, head.seq, now());
      if (step.do === 'rest') return outcome;
      if (step.do === 'defer' && (await enqueueFlush({ ...target, windowEndsAt: step.until }))) {
        return outcome === 'announced' ? outcome : 'deferred';
      }

      const entries = await groups.readEntries(groupId, { after: announced?.seq ?? null, upTo: head.seq, limit: ENTRIES_READ });
      const next = composeNotification(target, { announced, head, entries, now: now() });
      const written = await notifications.write(target, next, announced);
      if (written !== null) outcome = 'announced';
      announced = written ?? (await notifications.read(target));
    }
    throw new Error(`${MAX_ROUNDS} others announced ${kind} of one group in a row`);
  }

  async function flush(task: FlushTask): Promise<Announcing> {
    for (let left = task.windowEndsAt - now(); left > 0; left = task.windowEndsAt - now()) await sleep(left);
    return announce(task);
  }

  return { announce, flush };
}
