import { expect, test } from 'vitest';
import { groupOf, person } from '../decisions/testing/household.ts';
import { createExpenseService } from '../expenses.ts';
import { createGroupService } from '../groups.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ActivityReader, ExpenseReader, GroupCreationStore, GroupReader, SettlementReader } from '../ports.ts';
import { createFeed } from '../reading/activity.ts';
import { createPull } from '../reading/pull.ts';
import { createSettlementService } from '../settlements.ts';
import { createPages } from './pages.ts';

const group = { ...groupOf(person('mara', 'admin')), seq: 9, settings: { simplifyDebts: false } };
const clock = { now: () => 0, sleep: () => new Promise<void>(() => {}) };

/** Everything that reads pages, on a store that answers nothing before `open` is called. */
function slowPages() {
  let reading = 0;
  let mostAtOnce = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const page = async () => {
    mostAtOnce = Math.max(mostAtOnce, ++reading);
    await opened;
    reading--;
    return [];
  };
  const groups = { get: async () => group } as unknown as GroupReader;
  const activity: ActivityReader = {
    newest: page,
    after: page,
    snapshot: async () => ({ group, expenses: await page(), settlements: [], entries: [] }),
  };
  const common = { ledger: {} as Ledger, groups, activity, pages: createPages(clock), readEpoch: async () => 'e', now: () => 0 };
  const expenses = createExpenseService({ ...common, expenses: { list: page } as unknown as ExpenseReader });
  const settlements = createSettlementService({ ...common, settlements: { list: page } as SettlementReader });
  const service = createGroupService({
    ...common,
    ...clock,
    random: () => 0,
    creations: {} as GroupCreationStore,
    debts: {
      async withGroup() {
        await page();
        return { group, debts: {} };
      },
    },
    listings: common.pages,
  });
  const [feed, pull] = [createFeed(common), createPull(common)];
  const [query, as] = [{ limit: 100, cursor: undefined }, 'account-of-mara'];
  const ways: (() => Promise<unknown>)[] = [
    () => expenses.list('g', query, as),
    () => settlements.list('g', query, as),
    () => feed('g', query, as),
    () => pull('g', { since: 0, limit: 100, epoch: undefined }, as),
    () => service.balances('g', as),
    () => pull('g', { since: 8, limit: 100, epoch: undefined }, as),
  ];
  return { ways, open, mostAtOnce: () => mostAtOnce };
}

test('[REST45] pages of rows are read 16 at a time, whatever they are of, and those that wait are read then', async () => {
  const { ways, open, mostAtOnce } = slowPages();
  const asked = ways.flatMap((ask) => Array.from({ length: 10 }, ask));
  await expect.poll(mostAtOnce).toBe(16);
  open();
  expect(await Promise.all(asked)).toHaveLength(60);
  expect(mostAtOnce()).toBe(16);
});

test('[REST45] an account whose pages wait in great number is refused more of them', async () => {
  const { ways, open } = slowPages();
  const asked = Array.from({ length: 120 }, () =>
    ways[2]?.().then(
      () => 'told',
      (refusal) => refusal.code,
    ),
  );
  open();
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(120 - 16 - 100);
});
