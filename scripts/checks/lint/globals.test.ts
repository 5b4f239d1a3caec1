import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../project.ts';

const ONE_LINE = "export const read = () => [setTimeout(() => fetch('/x'), 1), crypto.randomUUID(), Date.now(), Math.random()];\n";
const BANNED = [
  'packages/shared/src/domain/planted.ts',
  'firebase/functions/src/services/planted.ts',
  'firebase/functions/src/http/planted.ts',
  'firebase/functions/src/triggers/planted.ts',
  'webapp-v2/src/features/group/planted.tsx',
  'webapp-v2/src/stores/planted.ts',
  'webapp-v2/src/sync/planted.ts',
  'webapp-v2/src/ui/planted.tsx',
];
const ALLOWED = ['webapp-v2/src/platform/planted.ts', 'firebase/functions/src/wiring.ts', 'webapp-v2/src/sync/planted.test.ts'];

let folder = '';
let output = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(inProject('biome.json'), join(folder, 'biome.json'));
  cpSync(inProject('scripts/checks/lint'), join(folder, 'scripts/checks/lint'), { recursive: true });
  for (const path of [...BANNED, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), ONE_LINE);
  }
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'];
  const run = spawnSync(inProject('node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' });
  output = run.stdout + run.stderr;
});
afterAll(() => rmSync(folder, { recursive: true }));

const complaintsAbout = (path: string): string[] => output.split('\n').filter((line) => line.includes(`/${path},`));

test.each(BANNED)('timers, I/O, clock and chance are each refused in %s', (path) => {
  const complaints = complaintsAbout(path);
  for (const name of ['setTimeout', 'fetch', 'crypto']) expect(complaints.filter((line) => line.includes(name))).toHaveLength(1);
  expect(complaints.filter((line) => line.includes('Time and chance'))).toHaveLength(2);
});

test.each(ALLOWED)('they are at home in %s', (path) => {
  expect(complaintsAbout(path)).toEqual([]);
});
