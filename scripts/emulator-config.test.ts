import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emulatorConfig } from './emulator-config.ts';
import { portsOf } from './ports.ts';
import { inProject } from './project.ts';

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
