import type { Mutant } from './simulate.ts';

/** Ways of getting the protocol wrong, each of which the simulation has to notice. */
export const MUTANTS = {
  impatientFlush: {
    name: 'the flush does not wait',
    breaks: '[INV5]',
    flush: (announcer, task) => announcer.announce(task),
  },
  carelessWrite: {
    name: 'writes are unconditional',
    breaks: '[INV4]',
    effects: (honest) => ({
      ...honest,
      notifications: {
        ...honest.notifications,
        async write(target, next) {
          for (;;) {
            const written = await honest.notifications.write(target, next, await honest.notifications.read(target));
            if (written !== null) return written;
          }
        },
      },
    }),
  },
  trustedEvent: {
    name: 'events are believed',
    breaks: '[INV5]',
    effects: (honest, eventSeq) => ({
      ...honest,
      groups: {
        ...honest.groups,
        async readHead(groupId) {
          const head = await honest.groups.readHead(groupId);
          return head && { ...head, seq: eventSeq };
        },
      },
    }),
  },
  namelessTasks: {
    name: 'tasks have no names',
    breaks: '[NTF3]',
    effects(honest) {
      return { ...honest, enqueueFlush: (task) => honest.enqueueFlush({ ...task, windowEndsAt: task.windowEndsAt + unique() }) };
    },
  },
  oneLook: {
    name: 'nobody looks a second time',
    breaks: '[INV5]',
    effects(honest) {
      let seen = 0;
      let announced = 0;
      return {
        ...honest,
        groups: {
          ...honest.groups,
          async readHead(groupId) {
            const head = await honest.groups.readHead(groupId);
            seen = head?.seq ?? 0;
            return head && announced > 0 ? { ...head, seq: announced } : head;
          },
        },
        notifications: {
          ...honest.notifications,
          async write(target, next, replaced) {
            const written = await honest.notifications.write(target, next, replaced);
            if (written?.seq === seen) announced = seen;
            return written;
          },
        },
      };
    },
  },
  keptBack: {
    name: 'notifications without news are kept',
    breaks: '[INV5]',
    effects: (honest) => ({
      ...honest,
      notifications: {
        ...honest.notifications,
        async write(target, next, seen) {
          const empty = seen !== null && 'expenseIds' in next && next.expenseIds.length === 0 && !next.truncated;
          return empty ? { ...seen, seq: next.seq } : honest.notifications.write(target, next, seen);
        },
      },
    }),
  },
  openWindows: {
    name: 'windows hold nothing back',
    breaks: '[INV6]',
    effects: (honest) => ({
      ...honest,
      notifications: {
        ...honest.notifications,
        async read(target) {
          const announced = await honest.notifications.read(target);
          return announced && { ...announced, windowEndsAt: 0 };
        },
      },
    }),
  },
  hastyClocks: {
    name: 'a clock jumps to the end of the window it finds',
    breaks: '[INV6]',
    effects(honest) {
      let windowEndsAt = 0;
      return {
        ...honest,
        now: () => Math.max(honest.now(), windowEndsAt),
        notifications: {
          ...honest.notifications,
          async read(target) {
            const announced = await honest.notifications.read(target);
            windowEndsAt = announced?.windowEndsAt ?? 0;
            return announced;
          },
        },
      };
    },
  },
  silentOutage: {
    name: 'an outage goes unnoticed',
    breaks: '[INV5]',
    effects: (honest) => ({ ...honest, enqueueFlush: (task) => honest.enqueueFlush(task).then(() => true) }),
  },
} satisfies Record<string, Mutant>;

let drawn = 0;
/** A fraction of a millisecond that makes a name of its own and moves no time that matters. */
function unique(): number {
  drawn = (drawn + 1) % 1_000;
  return drawn / 1_000;
}
