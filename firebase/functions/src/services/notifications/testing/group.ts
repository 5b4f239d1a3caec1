import type { ChangeEntry, GroupHead, HeadMember, HeadReader } from '../ports.ts';
import type { PlannedWrite } from './schedule.ts';

type Entry = Omit<ChangeEntry, 'seq'>;

/** The group that the simulation changes: a head, its members, and one entry for every `seq`. */
export interface SimulatedGroup {
  head(): GroupHead;
  /** Makes the change, as one commit does, and gives its seq. */
  write(what: PlannedWrite['what'], at: number): number;
  entries: HeadReader['readEntries'];
  lastSeqOf(kind: ChangeEntry['entity']['kind']): number;
}

export function createSimulatedGroup(): SimulatedGroup {
  const log: ChangeEntry[] = [];
  let members: HeadMember[] = ['ada', 'bo', 'cy'].map(joining(0));

  function leave(seq: number, at: number): Entry {
    const leaver = members.find(({ status }) => status === 'active');
    members = members.map((member) => (member === leaver ? { ...member, status: 'left', leftSeq: seq, leftAt: at } : member));
    return { actorUserId: 'ada', action: 'member.left', fields: ['status'], entity: { kind: 'member', id: 'm' } };
  }

  function join(seq: number): Entry {
    members = [...members, joining(seq)(`user-${seq}`)];
    return { actorUserId: 'bo', action: 'member.joined', fields: [], entity: { kind: 'member', id: 'm' } };
  }

  const changes: Record<PlannedWrite['what'], (seq: number, at: number) => Entry> = {
    leave,
    join,
    expense: (seq) => ({ actorUserId: 'bo', action: 'expense.created', fields: [], entity: { kind: 'expense', id: `e${seq}` } }),
    group: () => ({ actorUserId: 'cy', action: 'invite.created', fields: [], entity: { kind: 'invite', id: 'i' } }),
  };

  return {
    head: () => ({ seq: log.length, members, deletedAt: null }),
    write(what, at) {
      const seq = log.length + 1;
      log.push({ seq, ...changes[what](seq, at) });
      return seq;
    },
    async entries(_groupId, { after, upTo, limit }) {
      return after === null ? log.slice(upTo - 1, upTo) : log.slice(after, upTo).slice(0, limit);
    },
    lastSeqOf: (kind) => log.findLast(({ entity }) => entity.kind === kind)?.seq ?? 0,
  };
}

const joining =
  (joinedSeq: number) =>
  (userId: string): HeadMember => ({ status: 'active', userId, joinedSeq, leftSeq: null, leftAt: null });
