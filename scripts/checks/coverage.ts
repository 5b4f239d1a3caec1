import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { inProject } from '../project.ts';
import { COVERAGE_BLOBS, type Outcome } from './steps.ts';

const REQUIRED_PERCENT = 80;
const SUMMARY = inProject('coverage/coverage-summary.json');

/** Folders whose share of covered lines is judged. */
export const MEASURED = ['packages/shared/src', 'firebase/functions/src'];

/** Vitest's `json-summary`: figures by absolute file path. */
type CoverageSummary = Record<string, { lines: { total: number; covered: number } }>;

/** Share of the lines below `folder` that ran, in percent; 0 where no file of it was measured. */
export function linePercent(summary: CoverageSummary, folder: string): number {
  const files = Object.entries(summary).filter(([path]) => path.startsWith(`${folder}/`));
  const sum = (key: 'total' | 'covered') => files.reduce((count, [, { lines }]) => count + lines[key], 0);
  return sum('total') === 0 ? 0 : (100 * sum('covered')) / sum('total');
}

/** Merges what the suites covered; a package below the required share of lines counts as one failure. Leaves a readable report in `coverage/`. */
export function coverageSteps(): Outcome[] {
  rmSync(SUMMARY, { force: true });
  const merge = spawnSync(
    inProject('node_modules/.bin/vitest'),
    ['run', `--merge-reports=${COVERAGE_BLOBS}`, '--coverage', '--reporter=dot'],
    {
      cwd: inProject(),
      encoding: 'utf8',
      env: process.env,
    },
  );
  if (!existsSync(SUMMARY)) {
    console.error(merge.stdout + merge.stderr);
    return [{ name: 'coverage', passed: 0, failed: 1, seconds: 0, remark: 'could not be merged' }];
  }
  const summary: CoverageSummary = JSON.parse(readFileSync(SUMMARY, 'utf8'));
  return MEASURED.map((folder) => {
    const percent = linePercent(summary, inProject(folder));
    const enough = percent >= REQUIRED_PERCENT;
    return {
      name: `coverage: ${folder}`,
      passed: enough ? 1 : 0,
      failed: enough ? 0 : 1,
      seconds: 0,
      remark: `${percent.toFixed(1)} % of lines, at least ${REQUIRED_PERCENT} % wanted`,
    };
  });
}
