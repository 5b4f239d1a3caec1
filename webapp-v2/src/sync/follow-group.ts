import type { GroupListSync } from './group-list-sync.ts';
import type { Replica } from './replica/replica.ts';
import type { Pokes } from './transport/pokes.ts';

interface FollowGroupDeps {
  groupId: string;
  replica: Replica;
  list: GroupListSync;
  pokes: Pokes;
  /** The group's head as far as it was announced. */
  announced(): number;
  /** The group is open until this aborts. */
  ends: AbortSignal;
}

/** Listens for an open group, and lets it and the list teach each other what they learn. */
export function followGroup({ groupId, replica, list, pokes, announced, ends }: FollowGroupDeps): void {
  // What was announced while the group was open may not have been pulled any more.
  ends.addEventListener('abort', () => list.poke(groupId, announced()));
  watchWhileThere(groupId, replica, pokes, ends);
  let seen = 0;
  replica.changes.add(() => {
    const confirmed = replica.confirmed();
    // It goes back with a restored back-up alone, and so have groups that are not open.
    if (confirmed && confirmed.cursor < seen) list.mistrust();
    seen = confirmed?.cursor ?? seen;
    if (confirmed) list.learn(confirmed.group);
    else if (replica.status() === 'gone') list.forget(groupId);
  }, ends);
  list.changes.add(() => {
    if (list.groups()?.some(({ id }) => id === groupId)) replica.comeBack();
  }, ends);
}

/** Nobody listens for a group that is gone: the rules would refuse it again and again. */
function watchWhileThere(groupId: string, replica: Replica, pokes: Pokes, ends: AbortSignal): void {
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
