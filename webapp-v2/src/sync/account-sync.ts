import type { LocalDb } from '../local-db/local-db.ts';
import type { Clock } from '../platform/clock.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import type { Listen } from '../platform/live-query.ts';
import type { Randomness } from '../platform/randomness.ts';
import type { Call } from './api.ts';
import { createFlags } from './flags.ts';
import { createGroupListSync, type GroupListSync } from './group-list-sync.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createOpenReplicas } from './replica/open-replicas.ts';
import { createReplica, type Replica } from './replica/replica.ts';
import { type ConnectionReport, createSpacing } from './transport/connection-report.ts';
import { createPokeDebounce } from './transport/poke-debounce.ts';
import { startPokes } from './transport/pokes.ts';
import { watchQuality } from './transport/quality.ts';

/** The announcement of an own change often overtakes the answer to it, which saves the pull: so long is it waited for, in ms. */
const PATIENCE_MS = 300;

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
  const announced = new Map<string, number>();
  const { spacingMs, report } = createSpacing(deps.report);
  const watched = watchQuality(deps.call, clock, (poor) => {
    if (!signal.aborted) report.poor(poor);
  });
  // What is asked for one account is not to be answered to the next.
  const call: Call = (name, request, ends = signal) => watched(name, request, ends);
  signal.addEventListener('abort', () => report.poor(false));
  const shared = { call, db, clock, random, spacingMs, afterPaint };

  async function pokeOpen(groupId: string, seq: number): Promise<void> {
    const answer = outbox.answer(groupId);
    const mayBeOwn = open.of(groupId).some((replica) => replica.confirmed()?.cursor === seq - 1);
    if (answer && mayBeOwn) await Promise.race([answer, clock.sleep(PATIENCE_MS, signal)]);
    for (const replica of open.of(groupId)) replica.poke(seq);
  }

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
    signal,
  });
  const pokeList = createPokeDebounce({
    clock,
    poke(groupId, seq) {
      // A group that was opened meanwhile pulls the change, and teaches the list what it learnt.
      if (open.of(groupId).length === 0) list.poke(groupId, seq);
    },
    signal,
  });
  // What listens is loaded after the first screen.
  const isOn = createFlags({ call, whenIdle: loadListen, signal });
  const pokes = startPokes({
    uid,
    loadListen,
    streamsGroups: () => isOn('streaming.groups', true),
    lifecycle,
    clock,
    random,
    onPoke(groupId, seq, priority) {
      announced.set(groupId, Math.max(announced.get(groupId) ?? 0, seq));
      if (open.of(groupId).length > 0) void pokeOpen(groupId, seq);
      else pokeList(groupId, seq, priority);
    },
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

  /** Nobody listens for a group that is gone: the rules would refuse it again and again. */
  function watchWhileThere(replica: Replica, groupId: string, ends: AbortSignal): void {
    let watching: AbortController | null = null;
    const look = () => {
      if (replica.status() === 'gone') {
        watching?.abort();
        watching = null;
      } else if (!watching) {
        watching = new AbortController();
        pokes.watch(groupId, AbortSignal.any([ends, watching.signal]));
      }
    };
    replica.changes.add(look, ends);
    look();
  }

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
      // What was announced while the group was open may not have been pulled any more.
      ends.addEventListener('abort', () => list.poke(groupId, announced.get(groupId) ?? 0));
      watchWhileThere(replica, groupId, ends);
      replica.changes.add(() => {
        const confirmed = replica.confirmed();
        if (confirmed) list.learn(confirmed.group);
        else if (replica.status() === 'gone') list.forget(groupId);
      }, ends);
      list.changes.add(() => {
        if (list.groups()?.some(({ id }) => id === groupId)) replica.comeBack();
      }, ends);
      return replica;
    },
    async shown() {
      const waited = new AbortController();
      await Promise.race([open.answered(), clock.sleep(FIRST_SCREEN_MS, AbortSignal.any([signal, waited.signal]))]);
      waited.abort();
    },
  };
}
