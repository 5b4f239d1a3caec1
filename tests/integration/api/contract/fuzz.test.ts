import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EndpointName, type Params, pathOf, ROUTES } from '../../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../backend.ts';
import { FIXTURES } from './fixtures.ts';
import type { AnyCall } from './provoke.ts';
import { type Cast, headOf, hireCast, type Scene, setScene } from './scene.ts';
import { type Spoiling, spoil, spoiling } from './spoil.ts';

const SEED = 20_260_314;
const RUNS = 40;

let backend: Backend;
let cast: Cast;
beforeAll(async () => {
  backend = await startBackend();
  cast = await hireCast(backend);
});
afterAll(() => backend.close());

interface Stage {
  scene: Scene;
  call: AnyCall;
}

async function stageFor(name: EndpointName): Promise<Stage> {
  const scene = await setScene(backend, cast);
  return { scene, call: { as: cast.admin, ...((await FIXTURES[name].valid(scene, 'admin')) as AnyCall) } };
}

test.each(Object.keys(ROUTES) as EndpointName[])(
  '[REST13] whatever is wrong with %s, it fails by no fault of ours, and has no effect',
  async (name) => {
    let stage = await stageFor(name);

    async function attempt(how: Spoiling): Promise<void> {
      const { scene, call } = stage;
      const { params, query, headers, body } = spoil({ ...call, key: randomUUID() }, how);
      const before = await headOf(scene);
      const { method } = ROUTES[name];
      const { status } = await backend.request(`/api/v1${pathOf(name, params as Params<typeof name>)}${query}`, {
        method,
        ...(call.as ? { token: call.as.token } : {}),
        headers,
        ...(method === 'GET' || body === '' ? {} : { body }),
      });
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(await headOf(scene)).toBe(before);
      else if (method !== 'GET') stage = await stageFor(name);
    }

    await fc.assert(fc.asyncProperty(spoiling, attempt), { seed: SEED, numRuns: RUNS });
  },
);
