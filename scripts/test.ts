import { mkdirSync, rmSync } from 'node:fs';
import { HANDED_OVER, testEmulators } from '../tests/support/test-emulators.ts';
import { buildFunctionsFor, buildPageFor, pageFolderOf } from './build.ts';
import { coverageSteps } from './checks/coverage.ts';
import { staticSteps } from './checks/static-steps.ts';
import { COVERAGE_BLOBS, conclude, type Outcome, suite } from './checks/steps.ts';
import { requireIdle, startEmulators } from './emulators/emulators.ts';
import { Explained, runMain } from './failure.ts';
import { interruption } from './interruption.ts';

const failure = (name: string, remark?: string): Outcome => ({ name, passed: 0, failed: 1, seconds: 0, ...(remark && { remark }) });

function tell(problem: unknown): void {
  console.error(problem instanceof Explained ? `✗ ${problem.message}` : problem);
}

/** Projects of vitest.config.ts, in this order, and whether what they cover is measured. */
const SUITES = { rules: false, e2e: false, notifications: true, integration: true };

/** The suites that need emulators, which are started once for all of them. Without a page only those that open it are lost. */
async function emulatedSteps(interrupted: AbortSignal): Promise<Outcome[]> {
  const pageFolder = pageFolderOf('test');
  mkdirSync(pageFolder, { recursive: true });
  const pageBuilt = await buildPageFor('test').then(
    () => true,
    (problem: unknown) => {
      tell(problem);
      return false;
    },
  );
  const emulators = await startEmulators({
    suite: 'test',
    functionsFolder: await buildFunctionsFor('test'),
    pageFolder,
    onProgress: (line) => console.log(line),
    interrupted,
  });
  const env = { [HANDED_OVER]: JSON.stringify(testEmulators(emulators, { pageBuilt })) };
  try {
    const outcomes: Outcome[] = [];
    for (const [name, covered] of Object.entries(SUITES)) {
      if (interrupted.aborted) break;
      const isLost = name === 'e2e' && !pageBuilt;
      outcomes.push(isLost ? failure(name, 'the page could not be built') : await suite(name, { env, covered }));
    }
    return outcomes;
  } finally {
    await emulators.stop();
  }
}

runMain(async () => {
  const interrupted = interruption();
  await requireIdle('test');
  rmSync(COVERAGE_BLOBS, { recursive: true, force: true });
  const outcomes = await staticSteps();
  outcomes.push(await suite('unit', { covered: true }));

  console.log('\n── emulators');
  try {
    outcomes.push(...(await emulatedSteps(interrupted)));
  } catch (problem) {
    tell(problem);
    outcomes.push(failure('emulators', 'no suite that needs them ran'));
  }
  if (interrupted.aborted) outcomes.push(failure('interrupted'));
  return conclude([...outcomes, ...coverageSteps()]);
});
