import { expect, test } from 'vitest';
import { MUTANTS } from './testing/mutants.ts';
import { planClocksAtOdds, planIsolatedEdits, planSchedule, type Schedule } from './testing/schedule.ts';
import { type Mutant, simulate } from './testing/simulate.ts';

/** `SIMULATED_SCHEDULES=40000` looks harder; it takes about a minute and a half. */
const SCHEDULES = Number(process.env.SIMULATED_SCHEDULES ?? 2_000);

type Plan = (seed: number) => Schedule;

async function violationsOf(plan: Plan, seed: number, mutant?: Mutant): Promise<string[]> {
  const { violations } = await simulate(plan(seed), mutant);
  return violations.map((violation) => `${plan.name}(${seed}): ${violation}`);
}

async function violationsUpTo(plan: Plan, seeds: number): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) found.push(...(await violationsOf(plan, seed)));
  return found;
}

const timeout = 600_000;

test(`[INV5] [INV6] [INV12] ${SCHEDULES} random schedules lose nothing, hurry nothing and tell no stranger`, { timeout }, async () => {
  expect(await violationsUpTo(planSchedule, SCHEDULES)).toEqual([]);
});

test('[INV5] nothing is lost where clocks are 400 ms apart and tasks come at once', { timeout }, async () => {
  expect(await violationsUpTo(planClocksAtOdds, SCHEDULES / 4)).toEqual([]);
});

test('[INV6] an isolated edit is announced by its own trigger, without a task and without waiting', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const schedule = planIsolatedEdits(seed);
    const { violations, announcements, flushes, waitedMs } = await simulate(schedule);
    const expected = schedule.writes.reduce((count, { what }) => count + (what === 'expense' ? 2 : 1), 0);
    expect({ seed, violations, flushes, waitedMs, announced: announcements.length }).toEqual({
      seed,
      violations: [],
      flushes: 0,
      waitedMs: 0,
      announced: expected,
    });
  }
});

test('one seed is one history', async () => {
  expect(await simulate(planSchedule(7))).toEqual(await simulate(planSchedule(7)));
});

/** Ways of losing updates that chance alone finds, each with the schedules that find it and the least share of them that must. */
const FOUND_UNAIDED: readonly { mutant: Mutant; plan: Plan; seeds: number; atLeast: number }[] = [
  { mutant: MUTANTS.impatientFlush, plan: planSchedule, seeds: SCHEDULES, atLeast: 0.05 },
  { mutant: MUTANTS.oneLook, plan: planClocksAtOdds, seeds: SCHEDULES / 4, atLeast: 0.003 },
];

test.for(FOUND_UNAIDED)(
  'the simulation finds unaided what is lost where $mutant.name',
  { timeout },
  async ({ mutant, plan, seeds, atLeast }) => {
    let losing = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const violations = await violationsOf(plan, seed, mutant);
      if (violations.some((violation) => violation.includes('[INV5]'))) losing++;
    }
    console.log(`where ${mutant.name}, ${losing} of ${seeds} schedules (${plan.name}) lose something`);
    expect(losing / seeds).toBeGreaterThanOrEqual(atLeast);
  },
);

/** Schedules that once failed, each with what made it fail: kept, so that neither the fault nor the simulation's eye for it is lost. */
const PINNED: readonly { mutant: Mutant; plan: Plan; seed: number }[] = [
  { mutant: MUTANTS.impatientFlush, plan: planSchedule, seed: 35 },
  { mutant: MUTANTS.impatientFlush, plan: planSchedule, seed: 83 },
  { mutant: MUTANTS.carelessWrite, plan: planSchedule, seed: 1 },
  { mutant: MUTANTS.trustedEvent, plan: planSchedule, seed: 4 },
  { mutant: MUTANTS.namelessTasks, plan: planSchedule, seed: 1 },
  { mutant: MUTANTS.oneLook, plan: planClocksAtOdds, seed: 84 },
  { mutant: MUTANTS.oneLook, plan: planClocksAtOdds, seed: 175 },
  { mutant: MUTANTS.keptBack, plan: planClocksAtOdds, seed: 3872 },
  { mutant: MUTANTS.openWindows, plan: planSchedule, seed: 1 },
  { mutant: MUTANTS.hastyClocks, plan: planSchedule, seed: 1 },
  { mutant: MUTANTS.silentOutage, plan: planSchedule, seed: 79 },
];

test.for(PINNED)('$mutant.breaks breaks where $mutant.name, and holds otherwise (seed $seed)', async ({ mutant, plan, seed }) => {
  expect(await violationsOf(plan, seed, mutant)).toEqual(expect.arrayContaining([expect.stringContaining(mutant.breaks)]));
  expect(await violationsOf(plan, seed)).toEqual([]);
});
