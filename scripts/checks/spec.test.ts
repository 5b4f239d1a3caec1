import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../project.ts';

const TESTED = ['packages/shared/src', 'firebase/functions/src', 'webapp-v2/src', 'tests', 'scripts'];

const rules = new Set([...readFileSync(inProject('docs/SPEC.md'), 'utf8').matchAll(/^\| ([A-Z]+\d+) \|/gm)].map(([, id]) => id));

function citedIds(): Map<string, string> {
  const files = TESTED.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
  const cited = new Map<string, string>();
  for (const file of files) {
    for (const [, id] of readFileSync(inProject(file), 'utf8').matchAll(/\[([A-Z]+\d+)\]/g)) if (id) cited.set(id, file);
  }
  return cited;
}

test('every rule that a test cites stands in the SPEC', () => {
  const unknown = [...citedIds()].filter(([id]) => !rules.has(id));
  expect(unknown).toEqual([]);
});

test('every rule is cited by a test', () => {
  const cited = citedIds();
  const untested = [...rules].filter((id) => id && !cited.has(id));
  expect(untested).toEqual([]);
});
