import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EndpointName, type Params, pathOf, ROUTES, refusalOf, STANDINGS } from '../../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../backend.ts';
import { FIXTURES } from './fixtures.ts';
import type { AnyCall } from './provoke.ts';
import { hireCast, type Scene, setScene, tracesOf } from './scene.ts';
import { spoil, spoiling } from './spoil.ts';

const SEED = 20_260_314;
const RUNS = 40;

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

interface Stage {
  scene: Scene;
  call: AnyCall;
}

/** What is wrong with the call, and who makes it: mostly somebody who could make a better one. */
const attempts = fc.record({
  how: spoiling,
  by: fc.oneof({ weight: 2, arbitrary: fc.constant('admin' as const) }, { weight: 1, arbitrary: fc.constantFrom(...STANDINGS) }),
});

test.each(Object.keys(ROUTES) as EndpointName[])(
  '[REST13] [REST21] whatever is wrong with %s, and whoever asks, it fails by no fault of ours, and has no effect',
  async (name) => {
    const cast = await hireCast(backend);
    const stageFor = async (): Promise<Stage> => {
      const scene = await setScene(backend, cast);
      return { scene, call: (await FIXTURES[name].valid(scene, 'admin')) as AnyCall };
    };
    const { method } = ROUTES[name];
    let stage = await stageFor();

    async function attempt({ how, by }: typeof attempts extends fc.Arbitrary<infer Value> ? Value : never): Promise<void> {
      const { scene, call } = stage;
      // Some calls are their maker's last one, and bring a maker of their own.
      const maker = by === 'nobody' ? undefined : (call.as ?? cast[by]);
      const { params, query, headers, body } = spoil({ ...call, key: randomUUID() }, how);
      const before = method === 'GET' ? {} : await tracesOf(scene, maker?.userId);
      const { status } = await backend.request(`/api/v1${pathOf(name, params as Params<typeof name>)}${query}`, {
        method,
        ...(maker ? { token: maker.token } : {}),
        headers,
        ...(method === 'GET' || body === '' ? {} : { body }),
      });
      expect(status).toBeLessThan(500);
      if (refusalOf(name, by) !== null) expect(status).toBeGreaterThanOrEqual(400);
      if (method === 'GET') return;
      if (status >= 400) expect(await tracesOf(scene, maker?.userId)).toEqual(before);
      else stage = await stageFor();
    }

    await fc.assert(fc.asyncProperty(attempts, attempt), { seed: SEED, numRuns: RUNS });
  },
);
