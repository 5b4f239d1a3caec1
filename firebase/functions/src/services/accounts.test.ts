import type { Departure, GroupSummary } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { createAccountService } from './accounts.ts';
import type { Mutation } from './ledger/change.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { AccountStore, DepartureReader, GroupReader, Receipt, Revision, StoredAccount } from './ports.ts';
import { Problem } from './problem.ts';

const mara = { userId: 'mara', name: 'Mara' };
const mutation: Mutation = { id: 'deletion', userId: 'mara', requestHash: 'h', ifMatch: 0 };

/** A world in which every step may be the last one before the instance dies. */
interface Incidents {
  onLook?: (memberOf: Set<string>) => void;
  onLeave?: (memberOf: Set<string>) => void;
}

function setUp(groupIds: string[], { onLook = () => {}, onLeave = () => {} }: Incidents = {}) {
  const world = {
    stepsLeft: Number.POSITIVE_INFINITY,
    account: null as StoredAccount | null,
    receipts: new Map<string, Receipt>(),
    memberOf: new Set(groupIds),
    linkedIn: new Set<string>(),
    detached: [] as { groupId: string; id: string }[],
    notes: [] as { groupId: string; leftAt: number }[],
    hasSignIn: true,
    closed: [] as string[],
  };
  let ids = 0;
  const step = () => {
    if (world.stepsLeft-- <= 0) throw new Error('the instance died');
  };

  const accounts: AccountStore = {
    get: async () => world.account,
    isDeleted: async () => world.account?.deletion !== null,
    async read(_userId, mutationId) {
      step();
      const revision = world.account ? (String(world.account.profile.version) as Revision) : null;
      return { account: world.account, revision, receipt: world.receipts.get(mutationId) ?? null };
    },
    async commit({ account, mutationId, receipt }) {
      step();
      world.account = account;
      world.receipts.set(mutationId, receipt);
      return true;
    },
    async forgetTraces() {
      step();
      world.notes = [];
      world.receipts.clear();
    },
  };
  const groups: Pick<GroupReader, 'listOf'> = {
    async listOf() {
      step();
      onLook(world.memberOf);
      return [...world.memberOf].map((id) => ({ id }) as GroupSummary);
    },
  };
  const ledger: Pick<Ledger, 'detach'> = {
    async detach({ groupId }, { id }): Promise<Departure> {
      step();
      onLeave(world.memberOf);
      const isKnown = world.detached.some((one) => one.groupId === groupId && one.id === id);
      const held = world.memberOf.delete(groupId) || world.linkedIn.delete(groupId);
      if (!isKnown && held) world.detached.push({ groupId, id });
      return { groupId, seq: 1 };
    },
  };
  const departures: DepartureReader = {
    async since(_userId, from, limit) {
      step();
      const place = from.id === null ? 0 : world.notes.findIndex(({ groupId }) => groupId === from.id) + 1;
      return world.notes.slice(place, place + limit);
    },
  };
  const service = createAccountService({
    accounts,
    groups: groups as GroupReader,
    departures,
    ledger: ledger as Ledger,
    deleteSignIn: async () => {
      step();
      world.hasSignIn = false;
    },
    onDeleted: (userId) => world.closed.push(userId),
    newId: () => String(++ids),
    now: () => 5000,
    random: () => 0,
    sleep: async () => {},
  });
  return { world, service };
}

test('[REST38] wherever a deletion is interrupted, sending it again finishes it, with each effect once', async () => {
  let interruptions = 0;
  for (let died = true; died; interruptions++) {
    const { world, service } = setUp(['g1', 'g2', 'g3']);
    world.stepsLeft = interruptions;
    died = await service.delete(mara, mutation).then(
      () => false,
      () => true,
    );
    // The sign-in is what a person sends it again with.
    if (died) expect(world.hasSignIn).toBe(true);
    world.stepsLeft = Number.POSITIVE_INFINITY;

    expect(await service.delete(mara, mutation)).toEqual({ userId: 'mara', deletedAt: 5000 });
    expect(world.detached.map(({ groupId }) => groupId).sort()).toEqual(['g1', 'g2', 'g3']);
    expect(world).toMatchObject({ hasSignIn: false, notes: [], memberOf: new Set(), account: { deletion: { at: 5000 } } });
    expect(world.receipts.size).toBe(0);
  }
  expect(interruptions).toBeGreaterThan(8);
});

test('[REST38] what a request under way adds after the first look is left too', async () => {
  let looks = 0;
  const { world, service } = setUp(['g1'], {
    onLook: (memberOf) => {
      if (++looks === 2) memberOf.add('g2');
    },
  });
  await service.delete(mara, mutation);
  expect(world.detached.map(({ groupId }) => groupId)).toEqual(['g1', 'g2']);
});

test('[REST38] no id of a leaving follows from anything its author knows', async () => {
  const { world, service } = setUp(['g1', 'g2']);
  await service.delete(mara, mutation);
  expect(world.detached.map(({ id }) => id)).toEqual(['1', '2']);
});

test('[REST38] a group that somebody deletes at that moment is left too; any other failure ends the attempt', async () => {
  const deleted = setUp(['g1'], {
    onLeave: (memberOf) => {
      memberOf.clear();
      throw new Problem('not-found');
    },
  });
  await deleted.service.delete(mara, mutation);
  expect(deleted.world.hasSignIn).toBe(false);

  const failing = setUp(['g1'], {
    onLeave: (memberOf) => {
      memberOf.clear();
      throw new Error('out of reach');
    },
  });
  await expect(failing.service.delete(mara, mutation)).rejects.toThrow('out of reach');
  expect(failing.world.hasSignIn).toBe(true);
});

test('[REST38] a group that never lets go ends in a refusal and not in a loop', async () => {
  const { world, service } = setUp(['g1']);
  world.memberOf.delete = () => false;
  await expect(service.delete(mara, mutation)).rejects.toMatchObject({ code: 'busy' });
  expect(world.hasSignIn).toBe(true);
});

test('[REST38] another key goes on with the deletion that began, and the same key for another request does not', async () => {
  const { world, service } = setUp(['g1']);
  world.stepsLeft = 2;
  await expect(service.delete(mara, mutation)).rejects.toThrow('died');
  world.stepsLeft = Number.POSITIVE_INFINITY;
  await expect(service.delete(mara, { ...mutation, requestHash: 'other' })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  expect(await service.delete(mara, { ...mutation, id: 'another', ifMatch: undefined })).toMatchObject({ deletedAt: 5000 });
});

test('[REST39] the account is refused from the moment it is marked, before anything else happens', async () => {
  const { world, service } = setUp(['g1']);
  world.stepsLeft = 2;
  await expect(service.delete(mara, mutation)).rejects.toThrow('died');
  expect(world).toMatchObject({ closed: ['mara'], detached: [] });
  world.stepsLeft = Number.POSITIVE_INFINITY;
  expect(world.account?.profile).toEqual({ userId: 'mara', displayName: '', locale: null, defaultCurrency: null, version: 1 });
  await expect(service.update({ displayName: 'Ghost' }, mara, { ...mutation, id: 'edit', ifMatch: 1 })).rejects.toMatchObject({
    code: 'account-deleted',
  });
});

test('[REST38] groups it had left or was removed from forget whose member that was, before the notes of them are forgotten', async () => {
  const former = Array.from({ length: 45 }, (_, nth) => `former-${nth}`);
  let interruptions = 0;
  for (let died = true; died; interruptions += 7) {
    const { world, service } = setUp(['g1']);
    world.linkedIn = new Set(former);
    world.notes = former.map((groupId, nth) => ({ groupId, leftAt: nth }));
    world.stepsLeft = interruptions;
    died = await service.delete(mara, mutation).then(
      () => false,
      () => true,
    );
    if (world.linkedIn.size > 0) expect(world.notes).toHaveLength(45);
    world.stepsLeft = Number.POSITIVE_INFINITY;
    await service.delete(mara, mutation);
    expect(world.linkedIn.size).toBe(0);
    expect(world.detached).toHaveLength(46);
    expect(world).toMatchObject({ hasSignIn: false, notes: [] });
  }
  expect(interruptions).toBeGreaterThan(45);
});
