import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCHEMAS } from '../../../../packages/shared/src/contract/endpoints.ts';
import { type EndpointName, type Params, pathOf, ROUTES, refusalOf, STANDINGS } from '../../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../../../support/backend.ts';
import { FIXTURES } from './fixtures.ts';
import type { AnyCall } from './provoke.ts';
import { hireCast, type Scene, setScene, tracesOf } from './scene.ts';
import { forging, type Spoiling, spoil, spoiling } from './spoil.ts';

/** `FUZZ_RUNS=1000` looks harder, `FUZZ_SEED` elsewhere; a failure tells the seed and the path to it. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_314);
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);

let backend: Backend;
let epoch: string;
beforeAll(async () => {
  backend = await startBackend();
  epoch = (await backend.call('getConfig', { as: await backend.signUp() })).epoch;
});
afterAll(() => backend.close());

interface Stage {
  scene: Scene;
  call: AnyCall;
}

/** What is wrong with the call, and who makes it: mostly somebody who could make a better one. */
const attemptsAt = (name: EndpointName) =>
  fc.record({
    how: 'cursor' in SCHEMAS[name].query.shape ? fc.oneof(spoiling, forging) : spoiling,
    by: fc.oneof({ weight: 2, arbitrary: fc.constant('admin' as const) }, { weight: 1, arbitrary: fc.constantFrom(...STANDINGS) }),
  });
type Attempt = ReturnType<typeof attemptsAt> extends fc.Arbitrary<infer Value> ? Value : never;

/** Lets a forged cursor name the true history, so that it is not refused for that alone. */
const ofThisHistory = (how: Spoiling): Spoiling => ({
  ...how,
  value: how.kind === 'cursor' && Array.isArray(how.value) ? how.value.map((part) => (part === '<epoch>' ? epoch : part)) : how.value,
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

    async function attempt({ how, by }: Attempt): Promise<void> {
      const { scene, call } = stage;
      // Some calls are their maker's last one, and bring a maker of their own.
      const maker = by === 'nobody' ? undefined : (call.as ?? cast[by]);
      const { params, query, headers, body } = spoil({ ...call, key: randomUUID() }, ofThisHistory(how));
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

    await fc.assert(fc.asyncProperty(attemptsAt(name), attempt), { seed: SEED, numRuns: RUNS });
  },
  RUNS * 750,
);
