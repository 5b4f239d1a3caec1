import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../project.ts';
import { emulatorConfig } from './config.ts';
import { portsOf } from './ports.ts';

const text = readFileSync(inProject('firebase.json'), 'utf8');
const ports = portsOf('test');
const generated = (withPubsub: boolean) =>
  JSON.stringify(
    emulatorConfig(JSON.parse(text), {
      projectRoot: '/checkout',
      home: '/checkout/.emulator/test',
      ports,
      functionsFolder: '/checkout/.emulator/test/functions',
      pageFolder: '/checkout/.emulator/test/page',
      withPubsub,
    }),
  );

test('what is deployed names no local address and allows no inline script', () => {
  expect(text).not.toMatch(/localhost|127\.0\.0\.1|unsafe-/);
});

test('the emulated page may connect to the Auth and Firestore emulators, and to nothing local beside them', () => {
  const policy = /connect-src ([^;]*)/.exec(generated(true))?.[1] ?? '';
  const local = policy.split(' ').filter((source) => source.startsWith('http://127.0.0.1'));
  expect(local).toEqual([`http://127.0.0.1:${ports.auth}`, `http://127.0.0.1:${ports.firestore}`]);
});

test('rules and indexes are the deployed ones, functions and page the ones built for the suite', () => {
  const { firestore, functions, hosting } = JSON.parse(generated(true));
  expect(firestore).toMatchObject({ rules: '/checkout/firestore.rules', indexes: '/checkout/firestore.indexes.json' });
  expect([functions.source, hosting.public]).toEqual(['functions', 'page']);
});

test('without a Pub/Sub emulator the configuration does not ask for one', () => {
  expect(JSON.parse(generated(false)).emulators.pubsub).toBeUndefined();
  expect(JSON.parse(generated(true)).emulators.pubsub.port).toBe(ports.pubsub);
});

/** Where two JSON values differ, as paths; lists are compared item by item. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? [] : [path];
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    left.has(key) && right.has(key) ? differences(left.get(key), right.get(key), `${path}/${key}`) : [`${path}/${key}`],
  );
}

test('what is emulated differs from what is deployed in places, ports and the policy that names them, and in nothing else', () => {
  const deployed = JSON.parse(text);
  const policies = deployed.hosting.headers.flatMap(({ headers }: { headers: { key: string; value: string }[] }, rule: number) =>
    headers.flatMap(({ key, value }, header) =>
      key === 'Content-Security-Policy' && value.includes('connect-src') ? [`/hosting/headers/${rule}/headers/${header}/value`] : [],
    ),
  );
  expect(policies).toHaveLength(1);
  const expected = ['/functions/source', '/hosting/public', '/firestore/rules', '/firestore/indexes', '/emulators', ...policies];
  expect(differences(deployed, JSON.parse(generated(true))).sort()).toEqual(expected.sort());
});
