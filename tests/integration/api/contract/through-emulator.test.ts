import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type EndpointSchemas, SCHEMAS } from '../../../../packages/shared/src/contract/endpoints.ts';
import {
  type EndpointName,
  type ProblemCode,
  problemsOf,
  ROUTES,
  type Route,
  refusalOf,
  STANDINGS,
} from '../../../../packages/shared/src/contract/index.ts';
import { type Backend, startWatchedBackend } from '../backend.ts';
import { FIXTURES } from './fixtures.ts';
import { type AnyCall, PROVOKED } from './provoke.ts';
import { type Cast, hireCast, type Scene, setScene } from './scene.ts';

// Each endpoint once more through hosting and the functions emulator, where others have read the request before the app does.

const { pageUrl: origin } = inject('emulators');
let backend: Backend;
let cast: Cast;
beforeAll(async () => {
  backend = await startWatchedBackend();
  cast = await hireCast(backend);
});
afterAll(() => backend.close());

const NAMES = Object.keys(ROUTES) as EndpointName[];
const send = (name: EndpointName, call: AnyCall) => backend.send(name, { ...call, origin } as never);
const validCall = async (name: EndpointName, scene: Scene, by: (typeof STANDINGS)[number]): Promise<AnyCall> => ({
  ...(by === 'nobody' ? {} : { as: cast[by] }),
  ...((await FIXTURES[name].valid(scene, by)) as AnyCall),
});

test.each(NAMES)('[REST20] %s, by everybody', async (name) => {
  const route: Route = ROUTES[name];
  let scene = await setScene(backend, cast);
  for (const by of STANDINGS) {
    const { status, headers, body } = await send(name, await validCall(name, scene, by));
    const refusal = refusalOf(name, by);
    expect(headers.get('cache-control')).toBe('no-store');
    if (refusal !== null) {
      expect({ by, body }).toMatchObject({ by, body: { code: refusal } });
      continue;
    }
    expect({ by, status, body }).toMatchObject({ by, status: route.success });
    const schemas: EndpointSchemas = SCHEMAS[name];
    expect(schemas.returns.parse(body)).toEqual(body);
    if (route.mutates) scene = await setScene(backend, cast);
  }
});

/** Problems of a call's form and headers, which pass through other hands here. */
const OF_FORM: readonly ProblemCode[] = [
  'invalid-request',
  'payload-too-large',
  'idempotency-key-reused',
  'precondition-required',
  'stale-version',
];

test.each(NAMES)('[REST21] %s, spoilt', async (name) => {
  const scene = await setScene(backend, cast);
  const valid = await validCall(name, scene, 'admin');
  for (const code of OF_FORM.filter((one) => problemsOf(name).includes(one))) {
    const call = PROVOKED[code]?.({ scene, valid, thrifty: backend });
    if (!call) throw new Error(`nobody knows how to provoke ${code}`);
    expect({ code, body: (await send(name, call)).body }).toMatchObject({ code, body: { code } });
  }
});
