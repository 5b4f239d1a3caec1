import type { LocalDb } from '../local-db/local-db.ts';
import type { Clock } from '../platform/clock.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import type { Listen } from '../platform/live-query.ts';
import type { Randomness } from '../platform/randomness.ts';
import type { Call } from './api.ts';
import { createFlags } from './flags.ts';
import { followGroup } from './follow-group.ts';
import { createGroupListSync, type GroupListSync } from './group-list-sync.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createPokeRouter } from './poke-router.ts';
import { createOpenReplicas } from './replica/open-replicas.ts';
import { createReplica, type Replica } from './replica/replica.ts';
import { type ConnectionReport, createSpacing } from './transport/connection-report.ts';
import { startPokes } from './transport/pokes.ts';
import { watchQuality } from './transport/quality.ts';

/** A group that does not answer holds up what waits for the first screen no longer than this, in ms. */
const FIRST_SCREEN_MS = 5000;

interface AccountSyncDeps {
  uid: string;
  call: Call;
  db: LocalDb;
  loadListen(): Promise<Listen>;
  lifecycle: Lifecycle;
  clock: Clock;
  randomness: Randomness;
  /** Resolves when what is on screen has been painted: storing waits for that. Where there is no screen nothing waits. */
  afterPaint?(): Promise<void>;
  report: ConnectionReport;
  /** The account is signed in until this aborts. */
  signal: AbortSignal;
}

/** Everything that keeps one account's data in step with the server. */
export interface AccountSync {
  uid: string;
  call: Call;
  db: LocalDb;
  clock: Clock;
  randomness: Randomness;
  afterPaint(): Promise<void>;
  list: GroupListSync;
  outbox: Outbox;
  /** Aborts when the account is signed out. */
  signal: AbortSignal;
  /** Follows a group until `closed` aborts. */
  open(groupId: string, closed: AbortSignal): Replica;
  /** Resolves when every group that is open has been answered for, one way or the other, or was closed; after some seconds anyway. */
  shown(): Promise<void>;
}

export function startAccountSync(deps: AccountSyncDeps): AccountSync {
  const { uid, db, loadListen, lifecycle, clock, randomness, afterPaint = () => Promise.resolve(), signal } = deps;
  const { random } = randomness;
  const open = createOpenReplicas();
  const { spacingMs, report } = createSpacing(deps.report);
  const watched = watchQuality(deps.call, clock, (quality) => {
    if (!signal.aborted) report.quality(quality);
  });
  // What is asked for one account is not to be answered to the next.
  const call: Call = (name, request, ends = signal) => watched(name, request, ends);
  signal.addEventListener('abort', () => report.quality('good'));
  const shared = { call, db, clock, random, spacingMs, afterPaint };

  const list = createGroupListSync({
    ...shared,
    uid,
    onEpoch: (epoch) => void outbox.recall(epoch),
    onLeft(groupId, name) {
      const opened = open.of(groupId);
      // Who looks at it hears it from the server; what is typed stays among the drafts, where it can be read and copied.
      if (opened.length === 0) outbox.drop(groupId, name);
      for (const replica of opened) void replica.check();
    },
    signal,
  });
  const outbox = createOutbox({
    ...shared,
    onApplied(groupId, page) {
      for (const replica of open.of(groupId)) replica.receive(page);
      list.learn(page.group);
    },
    onRefused(groupId) {
      for (const replica of open.of(groupId)) void replica.check();
    },
    signal,
  });
  const { route, announced } = createPokeRouter({ open, outbox, list, clock, signal });
  // What listens is loaded after the first screen.
  const isOn = createFlags({ call, whenIdle: loadListen, signal });
  const pokes = startPokes({
    uid,
    loadListen,
    streamsGroups: () => isOn('streaming.groups', true),
    lifecycle,
    clock,
    random,
    onPoke: route,
    onDoubt(groupId) {
      for (const replica of open.of(groupId)) void replica.check();
    },
    async reconcile() {
      await Promise.all([list.check(), ...open.all().map((replica) => replica.check())]);
    },
    onState: report.state,
    onRetryAt: report.retryAt,
    signal,
  });

  // Without a network nothing begins, and the list is to say so.
  if (!lifecycle.online()) void list.check();
  lifecycle.onChange(() => {
    // Whoever hides the page is done with it: a deletion must not wait for the next visit.
    if (!lifecycle.visible()) outbox.release();
    if (!lifecycle.online()) return;
    for (const waiting of [list, outbox, ...open.all()]) waiting.retryNow();
  }, signal);

  return {
    uid,
    call,
    db,
    clock,
    randomness,
    afterPaint,
    list,
    outbox,
    signal,
    open(groupId, closed) {
      const ends = AbortSignal.any([signal, closed]);
      const replica = createReplica({ ...shared, groupId, outbox, signal: ends });
      open.add(groupId, replica, ends);
      followGroup({ groupId, replica, list, pokes, announced: () => announced(groupId), ends });
      return replica;
    },
    async shown() {
      const waited = new AbortController();
      await Promise.race([open.answered(), clock.sleep(FIRST_SCREEN_MS, AbortSignal.any([signal, waited.signal]))]);
      waited.abort();
    },
  };
}
