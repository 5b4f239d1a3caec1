import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type EndpointSchemas, SCHEMAS } from '../../../../packages/shared/src/contract/endpoints.ts';
import { type EndpointName, LIMITS, ROUTES, type Route } from '../../../../packages/shared/src/contract/index.ts';
import { type Backend, startBackend } from '../backend.ts';
import { FIXTURES } from './fixtures.ts';
import type { AnyCall } from './provoke.ts';
import { type Cast, hireCast, setScene } from './scene.ts';

// Each endpoint once more through hosting and the functions emulator, where others have read the request before the app does.

const { pageUrl: origin } = inject('emulators');
let backend: Backend;
let cast: Cast;
beforeAll(async () => {
  backend = await startBackend();
  cast = await hireCast(backend);
});
afterAll(() => backend.close());

test.each(Object.keys(ROUTES) as EndpointName[])('[REST20] %s', async (name) => {
  const route: Route = ROUTES[name];
  const scene = await setScene(backend, cast);
  const valid: AnyCall = { as: cast.admin, origin, ...((await FIXTURES[name].valid(scene, 'admin')) as AnyCall) };
  const send = (call: AnyCall) => backend.send(name, call as never);

  if (route.access !== 'anyone') expect((await send({ ...valid, as: undefined })).body).toMatchObject({ code: 'unauthenticated' });
  expect((await send({ ...valid, query: '?unknown=1' })).body).toMatchObject({ code: 'invalid-request' });
  if (route.method !== 'GET') {
    const large = { ...valid, body: { padding: 'x'.repeat(LIMITS.bodyBytes) } };
    expect((await send(large)).body).toMatchObject({ code: 'payload-too-large' });
  }
  const { status, headers, body } = await send(valid);
  expect({ status, body }).toMatchObject({ status: route.success });
  expect(headers.get('cache-control')).toBe('no-store');
  const schemas: EndpointSchemas = SCHEMAS[name];
  expect(schemas.returns.parse(body)).toEqual(body);
});
