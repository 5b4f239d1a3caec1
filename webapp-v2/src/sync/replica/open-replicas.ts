import type { Replica } from './replica.ts';

/** The replicas of the groups that are open; a group may be open twice. */
export interface OpenReplicas {
  /** Until `closed` aborts. */
  add(groupId: string, replica: Replica, closed: AbortSignal): void;
  of(groupId: string): Replica[];
  all(): Replica[];
  /** Resolves when each that is open now has been answered for, one way or the other, or was closed. */
  answered(): Promise<void>;
}

export function createOpenReplicas(): OpenReplicas {
  const replicas = new Map<Replica, { groupId: string; closed: AbortSignal }>();
  return {
    add(groupId, replica, closed) {
      replicas.set(replica, { groupId, closed });
      closed.addEventListener('abort', () => replicas.delete(replica));
    },
    of: (groupId) => [...replicas].flatMap(([replica, open]) => (open.groupId === groupId ? [replica] : [])),
    all: () => [...replicas.keys()],
    async answered() {
      await Promise.all([...replicas].map(([replica, { closed }]) => leftLoading(replica, closed)));
    },
  };
}

/** A group that is closed before its answer gets none any more. */
function leftLoading(replica: Replica, closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (closed.aborted || replica.status() !== 'loading') && resolve();
    replica.changes.add(look, closed);
    closed.addEventListener('abort', look);
    look();
  });
}
