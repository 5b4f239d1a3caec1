import { rmSync } from 'node:fs';
import { HANDED_OVER, testEmulators } from '../tests/support/test-emulators.ts';
import { buildFunctionsFor, buildPageFor } from './build.ts';
import { COVERAGE_BLOBS, coverageSteps } from './coverage.ts';
import { requireIdle, startEmulators } from './emulators.ts';
import { Explained, runMain } from './failure.ts';
import { interruption } from './interruption.ts';
import { staticSteps } from './static-steps.ts';
import { conclude, type Outcome, suite } from './steps.ts';

/** The suites that need emulators, which are started once for all of them. */
async function emulatedSteps(interrupted: AbortSignal): Promise<Outcome[]> {
  const emulators = await startEmulators({
    suite: 'test',
    functionsFolder: await buildFunctionsFor('test'),
    pageFolder: await buildPageFor('test'),
    onProgress: (line) => console.log(line),
    interrupted,
  });
  const env = { [HANDED_OVER]: JSON.stringify(testEmulators(emulators, { pageBuilt: true })) };
  try {
    const outcomes: Outcome[] = [];
    for (const [name, covered] of Object.entries({ rules: false, integration: true, e2e: false })) {
      if (!interrupted.aborted) outcomes.push(await suite(name, { env, covered }));
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
  } catch (failure) {
    console.error(failure instanceof Explained ? `✗ ${failure.message}` : failure);
    outcomes.push({ name: 'emulators', passed: 0, failed: 1, seconds: 0, remark: 'rules, integration and e2e did not run' });
  }
  if (interrupted.aborted) outcomes.push({ name: 'interrupted', passed: 0, failed: 1, seconds: 0 });
  return conclude([...outcomes, ...coverageSteps()]);
});
