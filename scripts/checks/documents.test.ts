import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../project.ts';

const LINK = /\]\(([^)#\s]+)[^)]*\)/g;
/** A file in code quotes, by its path or by the end of it: `sync/pull-loop.ts`. */
const NAMED = /`([\w./-]+\.(?:tsx?|mjs|json|md))`/g;

const git = (...args: string[]) => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' }).trim().split('\n');
const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter((path) => existsSync(inProject(path)));
const documents = git('ls-files', '*.md');
const textOf = (document: string) => readFileSync(inProject(document), 'utf8');

test.each(documents)('what %s links to is there', (document) => {
  const targets = [...textOf(document).matchAll(LINK)].map(([, target]) => target ?? '');
  const missing = targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(inProject(join(dirname(document), target))));
  expect(missing).toEqual([]);
});

test.each(documents)('the files that %s names are there', (document) => {
  const named = [...textOf(document).matchAll(NAMED)].map(([, path]) => path ?? '');
  expect(named.filter((path) => !files.some((file) => `/${file}`.endsWith(`/${path}`)))).toEqual([]);
});
