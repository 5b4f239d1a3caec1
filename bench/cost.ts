import type { Figure } from './figure.ts';

/** US dollars: the dearest published location of Firestore, Cloud Run in a tier 1 region, free allowances as of 2025. */
const PRICES = {
  reads: { per: 100_000, dollars: 0.06, freeADay: 50_000 },
  writes: { per: 100_000, dollars: 0.18, freeADay: 20_000 },
  deletes: { per: 100_000, dollars: 0.02, freeADay: 20_000 },
  calls: { per: 1_000_000, dollars: 0.4, freeADay: 2_000_000 / 30 },
  cpuSeconds: { per: 1, dollars: 0.000024, freeADay: 180_000 / 30 },
  gibSeconds: { per: 1, dollars: 0.0000025, freeADay: 360_000 / 30 },
} as const;

type Resource = keyof typeof PRICES;
type Use = Partial<Record<Resource, number>>;

/** One call of the API: a tenth of a second (what is billed at least) of a vCPU and half a GiB, as if no two calls ever shared an instance. */
const CALL: Use = { calls: 1, cpuSeconds: 0.1, gibSeconds: 0.05 };
const WORK: Use = { calls: 1, cpuSeconds: 0.1, gibSeconds: 0.025 };

/** What one action uses. Queries that find nothing are billed as one read. Rules read nothing besides the document itself. */
const ACTIONS = {
  'list of 6 groups': plus(CALL, { reads: 6 }),
  'what is new over all groups': plus(CALL, { reads: 2 }),
  'pull of two changes': plus(CALL, { reads: 3 }),
  'snapshot of a group': plus(CALL, { reads: 1 + 50 + 10 + 50 }),
  // Group, entry and entity are read and written; then two triggers look at notification, head and entries, and write one notification each.
  'an expense': plus(CALL, { reads: 3, writes: 3 }, times(2, plus(WORK, { reads: 4, writes: 1 }))),
  'a notification seen live': { reads: 1 },
  'the open group, streamed': { reads: 1 },
  // Two runs of the clean-up compare it with its two notifications.
  'a changed group looked after': { reads: 2 * 3 },
  // Listed, then deleted.
  'clean-up of a notification': { reads: 1, deletes: 1 },
  'a check that the account exists': { reads: 1 },
  'a run of the clean-up': plus(WORK, { reads: 4, writes: 1 }),
} as const satisfies Record<string, Use>;

/** A busy day of one account: four visits, four expenses, and twelve by others that it watches coming in. */
const USER_DAY: [keyof typeof ACTIONS, number][] = [
  ['list of 6 groups', 4],
  ['a check that the account exists', 20],
  ['what is new over all groups', 12],
  ['pull of two changes', 12],
  ['snapshot of a group', 0.5],
  ['an expense', 4],
  ['a notification seen live', 12 + 4],
  ['the open group, streamed', 12 + 8],
  ['a changed group looked after', 4],
  ['clean-up of a notification', 8],
];
const RUNS_A_DAY = (24 * 60) / 5;
const USERS = 1_000;

function times(count: number, use: Use): Use {
  return Object.fromEntries(Object.entries(use).map(([resource, amount]) => [resource, amount * count]));
}

function plus(...uses: Use[]): Use {
  const sum: Use = {};
  for (const use of uses)
    for (const resource of Object.keys(use) as Resource[]) sum[resource] = (sum[resource] ?? 0) + (use[resource] ?? 0);
  return sum;
}

function dollarsADay(use: Use): number {
  return (Object.keys(PRICES) as Resource[]).reduce((sum, resource) => {
    const { per, dollars, freeADay } = PRICES[resource];
    return sum + (Math.max(0, (use[resource] ?? 0) - freeADay) / per) * dollars;
  }, 0);
}

/** What a thousand people who use the app every day cost, from the price list and the operations that the code makes. */
export function estimateCost(): Figure[] {
  const user = plus(...USER_DAY.map(([action, count]) => times(count, ACTIONS[action])));
  const day = plus(times(USERS, user), times(RUNS_A_DAY, ACTIONS['a run of the clean-up']));
  return [
    { what: 'Estimate: Firestore reads of an account in a busy day', value: user.reads ?? 0, unit: '', budget: 500 },
    { what: 'Estimate: Firestore writes of an account in a busy day', value: user.writes ?? 0, unit: '' },
    {
      what: `Estimate: US dollars a month for ${USERS} accounts of which every day is busy`,
      value: dollarsADay(day) * 30,
      unit: '',
      budget: 50,
    },
  ];
}
