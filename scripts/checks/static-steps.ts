import { type Outcome, tool } from './steps.ts';

const TYPED = ['.', 'packages/shared', 'firebase/functions', 'webapp-v2'];

/** Everything that judges the code without running it. */
export async function staticSteps(): Promise<Outcome[]> {
  const outcomes = [
    await tool('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
    await tool('arrows between rooms', 'tsx', ['scripts/checks/arrows.ts']),
  ];
  for (const project of TYPED)
    outcomes.push(await tool(`types: ${project === '.' ? 'scripts, tests, bench' : project}`, 'tsc', ['-p', project]));
  return outcomes;
}
