import { type LedgerExpense, minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createGroup } from '../decisions/groups.ts';
import { createDebtRebuild, LARGEST_REBUILD } from './debt-rebuild.ts';

const { group } = createGroup(
  { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
  { id: 'm', userId: 'u', requestHash: '', ifMatch: undefined },
  1000,
);
const spent = (amount: number): LedgerExpense => ({
  currency: 'EUR',
  amount: minor(amount),
  payers: { mara: minor(amount) },
  shares: { jonte: minor(amount) },
});

function setUp() {
  const world = { time: 0, reads: 0, atOnce: 0, mostAtOnce: 0 };
  const rebuild = createDebtRebuild(
    {
      async *history() {
        world.reads++;
        world.mostAtOnce = Math.max(world.mostAtOnce, ++world.atOnce);
        yield { expenses: [spent(500), spent(200)], settlements: [] };
        await Promise.resolve();
        yield { expenses: [], settlements: [{ currency: 'EUR', amount: minor(300), from: 'jonte', to: 'mara' }] };
        world.atOnce--;
      },
    },
    { now: () => world.time, sleep: async () => {} },
  );
  const of = (id: string, seq: number, expenseCount: number) => rebuild({ ...group, id, seq, expenseCount }, 'u');
  return { world, of };
}

test('[REST16] the debts are those of all pages together', async () => {
  expect(await setUp().of('g', 1, 3)).toEqual({ EUR: [{ from: 'jonte', to: 'mara', amount: 400 }] });
});

test('[REST23] a group is read once for each of its states, and one group at a time', async () => {
  const { world, of } = setUp();
  await Promise.all([of('g', 1, 3), of('g', 1, 3)]);
  expect(world.reads).toBe(1);
  await Promise.all([of('g', 2, 3), of('h', 1, 3), of('i', 1, 3)]);
  expect(world).toMatchObject({ reads: 4, mostAtOnce: 1 });
});

test('[REST23] a long history is read twice a minute at most, a short one as often as anybody tries', async () => {
  const { world, of } = setUp();
  await of('g', 1, LARGEST_REBUILD);
  await of('g', 2, LARGEST_REBUILD);
  world.time = 20_000;
  await expect(of('g', 3, LARGEST_REBUILD)).rejects.toMatchObject({ code: 'rate-limited', details: { retryAfterMs: 40_000 } });
  await of('h', 3, LARGEST_REBUILD);
  world.time = 60_000;
  await of('g', 3, LARGEST_REBUILD);
  for (let seq = 0; seq < 100; seq++) await of('small', seq, 20);
  expect(world.reads).toBe(104);
});

test('[REST16] a history that is too long is not read at all', async () => {
  const { world, of } = setUp();
  await expect(of('g', 1, LARGEST_REBUILD + 1)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(world.reads).toBe(0);
});
