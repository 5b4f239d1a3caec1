import { expect, test } from 'vitest';
import { judge } from './steps.ts';

const file = (status: string, ...tests: string[]) => ({ status, name: 'a.test.ts', assertionResults: tests.map((status) => ({ status })) });
const report = (passed: number, failed: number, testResults: ReturnType<typeof file>[], pending = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});

test('tests are counted as Vitest counts them', () => {
  expect(judge(report(3, 2, [file('failed', 'passed', 'failed')]), 1)).toEqual({ passed: 3, failed: 2 });
});

test('a run that reported nothing failed', () => {
  expect(judge(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a run without any test failed', () => {
  expect(judge(report(0, 0, []), 0)).toMatchObject({ passed: 0, failed: 1, remark: 'ran no test' });
});

test('a file that could not be loaded failed, although no test of it did', () => {
  expect(judge(report(3, 0, [file('passed', 'passed'), file('failed')]), 1)).toMatchObject({ passed: 3, failed: 1 });
});

test('a skipped test failed', () => {
  expect(judge(report(3, 0, [file('passed', 'passed', 'skipped')], 1), 0)).toMatchObject({ passed: 3, failed: 1, remark: '1 skipped' });
});

test('an error outside of every test failed', () => {
  expect(judge(report(3, 0, [file('passed', 'passed')]), 1)).toMatchObject({ passed: 3, failed: 1 });
});
