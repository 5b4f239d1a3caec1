import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { groupOf, person } from './decisions/testing/household.ts';
import { createGroupService } from './groups.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { GroupCreationStore, GroupReader, StoredGroup } from './ports.ts';

const raw: StoredGroup = { ...groupOf(person('mara', 'admin'), person('tove', 'member')), settings: { simplifyDebts: false } };
const owed = { EUR: [{ from: 'mara', to: 'tove', amount: minor(5) }] };

/** Balances as they are asked for: the group as it was when its debts were looked for, and as it was with them. */
const balances = (first: StoredGroup | null, then: StoredGroup | null, userId = 'account-of-tove') =>
  createGroupService({
    ledger: {} as Ledger,
    groups: { get: async () => first } as unknown as GroupReader,
    creations: {} as GroupCreationStore,
    debts: { withGroup: async () => ({ group: then, debts: owed }) },
    listings: { isTaken: () => false, run: (_, job) => job() },
    pages: { isTaken: () => false, run: (_, job) => job() },
    readEpoch: async () => 'e',
    now: () => 0,
    random: () => 0,
    sleep: async () => {},
  }).balances('g', userId);

test('[PAIR1] debts that are kept are told with the group they belong to', async () => {
  expect(await balances(raw, { ...raw, seq: 7 })).toMatchObject({ transfers: owed, seq: 7 });
  const simplified = { ...raw, settings: { simplifyDebts: true } };
  expect((await balances(raw, simplified)).transfers).toEqual({});
  expect((await balances(simplified, raw)).transfers).toEqual({});
});

test('[INV12] who is removed between the two looks is told nothing', async () => {
  const without = { ...raw, members: { mara: person('mara', 'admin') } };
  await expect(balances(raw, without)).rejects.toMatchObject({ code: 'not-found' });
  await expect(balances(raw, { ...raw, deletedAt: 5 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(balances(without, raw)).rejects.toMatchObject({ code: 'not-found' });
});
