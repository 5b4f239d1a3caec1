import type { Clock } from '../platform/clock.ts';
import type { GroupListSync } from './group-list-sync.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { OpenReplicas } from './replica/open-replicas.ts';
import type { OnPoke } from './transport/announcements.ts';
import { createPokeDebounce } from './transport/poke-debounce.ts';

/** The announcement of an own change often overtakes the answer to it, which saves the pull: so long is it waited for, in ms. */
const PATIENCE_MS = 300;

interface PokeRouterDeps {
  open: Pick<OpenReplicas, 'of'>;
  outbox: Pick<Outbox, 'answer'>;
  list: Pick<GroupListSync, 'poke'>;
  clock: Clock;
  signal: AbortSignal;
}

interface PokeRouter {
  route: OnPoke;
  /** The head of a group as far as it was announced; 0 where it was not. */
  announced(groupId: string): number;
}

/** Brings what is announced to whoever shows the group: its replicas where it is open, the list otherwise, which may wait for more. */
export function createPokeRouter({ open, outbox, list, clock, signal }: PokeRouterDeps): PokeRouter {
  const heads = new Map<string, number>();
  const announced = (groupId: string): number => heads.get(groupId) ?? 0;

  async function pokeOpen(groupId: string, seq: number): Promise<void> {
    const answer = outbox.answer(groupId);
    const mayBeOwn = open.of(groupId).some((replica) => replica.confirmed()?.cursor === seq - 1);
    if (answer && mayBeOwn) await Promise.race([answer, clock.sleep(PATIENCE_MS, signal)]);
    for (const replica of open.of(groupId)) replica.poke(seq);
  }

  const pokeList = createPokeDebounce({
    clock,
    poke(groupId, seq) {
      // A group that was opened meanwhile pulls the change, and teaches the list what it learnt.
      if (open.of(groupId).length === 0) list.poke(groupId, seq);
    },
    signal,
  });

  return {
    announced,
    route(groupId, seq, priority) {
      heads.set(groupId, Math.max(announced(groupId), seq));
      if (open.of(groupId).length > 0) void pokeOpen(groupId, seq);
      else pokeList(groupId, seq, priority);
    },
  };
}
