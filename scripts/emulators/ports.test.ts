import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { HOST, portsOf, requireFree } from './ports.ts';

afterEach(() => vi.unstubAllEnvs());

test('the demo, the tests and the bench share no port, so that they run at the same time', () => {
  const all = (['demo', 'test', 'bench'] as const).flatMap((suite) => Object.values(portsOf(suite)));
  expect(new Set(all).size).toBe(all.length);
});

test('the chosen offset moves every port', () => {
  vi.stubEnv('SPLITIFYD_PORT_OFFSET', '0');
  const before = portsOf('demo');
  vi.stubEnv('SPLITIFYD_PORT_OFFSET', '100');
  expect(Object.values(portsOf('demo'))).toEqual(Object.values(before).map((port) => port + 100));
});

test.each(['ten', '-1', '70000', '1.5'])('the offset %s is refused in one sentence', (offset) => {
  vi.stubEnv('SPLITIFYD_PORT_OFFSET', offset);
  expect(() => portsOf('demo')).toThrow('SPLITIFYD_PORT_OFFSET must be a whole number');
});

test('a busy port is named, with the remedy', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, HOST, resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(requireFree({ firestore: port })).rejects.toThrow(`Port ${port} (firestore) is in use by another process: end that process`);
  await new Promise((resolve) => holder.close(resolve));
});
