import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../project.ts';

const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: inProject(), encoding: 'utf8' }).trim().split('\n');

test.each(documents)('what %s links to is there', (document) => {
  const targets = [...readFileSync(inProject(document), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? '');
  const missing = targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(inProject(join(dirname(document), target))));
  expect(missing).toEqual([]);
});
