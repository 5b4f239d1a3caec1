import type { Member } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createGroup } from '../decisions/groups.ts';
import { addMember } from '../decisions/members.ts';
import type { LedgerCommit, LedgerEntry, LedgerStore, Revision, StoredGroup } from '../ports.ts';
import { Problem } from '../problem.ts';
import type { Change, Decide, Mutation } from './change.ts';
import { createLedger } from './ledger.ts';

const mutation: Mutation = { id: 'm2', userId: 'account-of-mara', requestHash: 'h', ifMatch: undefined };
const founded = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  { ...mutation, id: 'm1' },
  1000,
).group;

/** A store that fails as told: what the emulator cannot be made to do. */
function unreliableStore(outcomes: ('lost' | 'answer-lost' | 'done')[]) {
  let group: StoredGroup = founded;
  const recorded = new Map<string, LedgerEntry>();
  const commits: LedgerCommit[] = [];
  const store: LedgerStore = {
    read: async ({ mutationId }) => ({
      group: { state: group, revision: String(group.seq) as Revision },
      recorded: recorded.get(mutationId) ?? null,
      found: null,
      receipt: null,
      account: null,
    }),
    isForgotten: async (_, memberId) => memberId === 'forgotten',
    commit: async (commit) => {
      const outcome = outcomes.shift() ?? 'lost';
      if (outcome === 'lost') return false;
      commits.push(commit);
      group = { ...group, ...commit.changes };
      recorded.set(commit.record.entry.id, commit.record);
      return outcome === 'done';
    },
  };
  return { store, commits };
}

const ledgerOver = (store: LedgerStore, now = 5000) =>
  createLedger({
    store,
    readEpoch: async () => 'e',
    followDebts: async () => undefined,
    now: () => now,
    random: () => 0,
    sleep: async () => {},
  });
const target = { endpoint: 'addMember', groupId: 'g' } as const;
const addJonte = addMember({ id: 'jonte', displayName: 'Jonte' });

test('[INV2] a commit whose answer was lost is recognised on the next look and not made again', async () => {
  const { store, commits } = unreliableStore(['answer-lost']);
  const page = await ledgerOver(store).change(target, mutation, addJonte);
  expect(commits).toHaveLength(1);
  expect(page).toMatchObject({ nextSince: 2, headSeq: 2, entries: [{ id: 'm2', seq: 2, at: 5000 }] });
});

test('a commit that lost is decided anew, upon what is there by then', async () => {
  const { store, commits } = unreliableStore(['lost', 'lost', 'done']);
  const page = await ledgerOver(store).change(target, mutation, addJonte);
  expect(commits).toHaveLength(1);
  expect(page.group.members.jonte).toMatchObject({ status: 'placeholder' });
});

test('[REST11] a group that is changed by too many at once says so', async () => {
  const { store, commits } = unreliableStore([]);
  await expect(ledgerOver(store).change(target, mutation, addJonte)).rejects.toMatchObject({ code: 'busy' });
  expect(commits).toEqual([]);
});

test("[REST10] a group's history never runs backwards, though an instance's clock is behind", async () => {
  const { store } = unreliableStore(['done']);
  const page = await ledgerOver(store, 10).change(target, mutation, addJonte);
  expect(page.entries[0]?.at).toBe(1000);
  expect(page.group.lastActivityAt).toBe(1000);
});

test('a commit carries what changed and nothing else', async () => {
  const { store, commits } = unreliableStore(['done']);
  await ledgerOver(store).change(target, mutation, addJonte);
  expect(Object.keys(commits[0]?.changes ?? {}).sort()).toEqual(['lastActivityAt', 'members', 'seq', 'traceless']);
});

test('[REST42] whoever is to take a place under the id of somebody who was forgotten is refused, whoever takes it under another is not', async () => {
  const { store, commits } = unreliableStore(['done']);
  const taking =
    (by: string): Decide<Member> =>
    (state, stamp) => {
      const change = addMember({ id: by, displayName: 'Ylva' })(state, stamp);
      return change && { ...change, alongside: { replaced: { memberId: 'gone', by } } };
    };
  const ledger = ledgerOver(store);
  await expect(ledger.change(target, mutation, taking('forgotten'))).rejects.toMatchObject({ code: 'id-in-use' });
  expect(commits).toEqual([]);
  await ledger.change(target, mutation, taking('another'));
  expect(commits).toMatchObject([{ alongside: { replaced: { memberId: 'gone', by: 'another' } } }]);
});

test('[REST22] whom a change is refused is told without waiting, and makes no member wait', async () => {
  const { store } = unreliableStore(['done', 'done']);
  let finish = () => {};
  const stalled = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let looks = 0;
  const ledger = ledgerOver({
    ...store,
    read: (keys) => {
      looks++;
      return store.read(keys);
    },
    commit: async (commit) => {
      await stalled;
      return store.commit(commit);
    },
  });
  const first = ledger.change(target, mutation, addJonte);
  const outsiders = Array.from({ length: 300 }, (_, nth) => ({ ...mutation, id: `o${nth}`, userId: `outsider-${nth}` }));
  for (const outsider of outsiders) {
    await expect(ledger.change(target, outsider, addJonte)).rejects.toMatchObject({ code: 'not-found' });
  }
  const expired = () => {
    throw new Problem('invite-expired');
  };
  const entering = { endpoint: 'acceptInvite', groupId: 'g' } as const;
  await expect(ledger.enter(entering, { ...mutation, id: 'e1', userId: 'eve' }, expired)).rejects.toMatchObject({ code: 'invite-expired' });
  const second = ledger.change(target, { ...mutation, id: 'm3' }, addMember({ id: 'tove', displayName: 'Tove' }));
  finish();
  expect((await first).headSeq).toBe(2);
  expect((await second).headSeq).toBe(3);
  // One look each, and one more of who had to wait: what was read before waiting is old by then.
  expect(looks).toBe(1 + 300 + 1 + 2);
});

test('[REST22] a group that nobody else is changing costs its writer one look', async () => {
  const { store } = unreliableStore(['done']);
  let looks = 0;
  const read: LedgerStore['read'] = (keys) => {
    looks++;
    return store.read(keys);
  };
  await ledgerOver({ ...store, read }).change(target, mutation, addJonte);
  expect(looks).toBe(1);
});

test('[REST39] a deleted account gets into no group', async () => {
  const { store, commits } = unreliableStore(['done']);
  const account = { userId: 'eve', isDeleted: true, revision: null };
  const ledger = ledgerOver({
    ...store,
    read: async (keys) => ({ ...(await store.read(keys)), account: keys.accountOf === 'eve' ? account : null }),
  });
  const entering = { endpoint: 'acceptInvite', groupId: 'g' } as const;
  const letIn = (): Change => ({
    group: {},
    actorId: 'mara',
    action: 'member.joined',
    fields: [],
    entity: { kind: 'group', state: founded },
  });
  await expect(ledger.enter(entering, { ...mutation, userId: 'eve' }, letIn)).rejects.toMatchObject({ code: 'account-deleted' });
  expect(commits).toEqual([]);
});
