import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EndpointSchemas, SCHEMAS } from '../../../../packages/shared/src/contract/endpoints.ts';
import {
  type EndpointName,
  PROBLEMS,
  type ProblemBody,
  type ProblemCode,
  problemsOf,
  ROUTES,
  type Route,
  refusalOf,
  STANDINGS,
  type Standing,
} from '../../../../packages/shared/src/contract/index.ts';
import { type Answer, type Backend, startBackend } from '../backend.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';
import { type AnyCall, PROVOKED, UNPROVOKED } from './provoke.ts';
import { type Cast, headOf, hireCast, type Scene, setScene } from './scene.ts';

// Made from the endpoint table: a row that is added is tested here, or its fixture does not compile.

let backend: Backend;
let thrifty: Backend;
let cast: Cast;
beforeAll(async () => {
  backend = await startBackend();
  thrifty = await startBackend({}, { rateLimits: { readsPerMinute: 0.5, mutationsPerMinute: 0.5, strangersPerMinute: 0.5 } });
  cast = await hireCast(backend);
});
afterAll(() => Promise.all([backend.close(), thrifty.close()]));

type AnyFixture = Fixture<EndpointName> & { problems: Partial<Record<ProblemCode, (scene: Scene) => AnyCall | Promise<AnyCall>>> };
const fixtureOf = (name: EndpointName) => FIXTURES[name] as unknown as AnyFixture;

const send = (name: EndpointName, call: AnyCall, via = backend): Promise<Answer<unknown>> => via.send(name, call as never);
const callerOf = (by: Standing): AnyCall => (by === 'nobody' ? {} : { as: cast[by] });
const validCall = async (name: EndpointName, scene: Scene, by: Standing): Promise<AnyCall> => ({
  ...callerOf(by),
  ...((await fixtureOf(name).valid(scene, by)) as AnyCall),
});

function expectSuccess(name: EndpointName, { status, body }: Answer<unknown>): void {
  expect({ status, body }).toMatchObject({ status: ROUTES[name].success });
  const schemas: EndpointSchemas = SCHEMAS[name];
  expect(schemas.returns.parse(body)).toEqual(body);
}

function expectProblem({ status, headers, body }: Answer<unknown>, code: ProblemCode): void {
  expect(body).toMatchObject({ code, status, title: PROBLEMS[code].title });
  expect(status).toBe(PROBLEMS[code].status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect((body as ProblemBody).requestId).toBe(headers.get('x-request-id'));
  if (code === 'rate-limited') expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  if (code === 'stale-version') expect(body).toHaveProperty('current.version');
}

describe.each(Object.keys(ROUTES) as EndpointName[])('%s', (name) => {
  const route: Route = ROUTES[name];

  test.each(STANDINGS)('[REST20] %s', async (by) => {
    const scene = await setScene(backend, cast);
    const call = await validCall(name, scene, by);
    const before = await headOf(scene);
    const answer = await send(name, call);
    const refusal = refusalOf(name, by);
    if (refusal === null) return expectSuccess(name, answer);
    expectProblem(answer, refusal);
    expect(await headOf(scene)).toBe(before);
  });

  const own = new Set<ProblemCode>(route.problems);
  test.each(problemsOf(name).filter((code) => !UNPROVOKED.has(code)))('[REST21] %s, without any effect', async (code) => {
    const scene = await setScene(backend, cast);
    const ownCall = fixtureOf(name).problems[code];
    expect(ownCall !== undefined || PROVOKED[code] !== undefined).toBe(true);
    const valid = own.has(code) && ownCall ? { as: cast.admin, ...(await ownCall(scene)) } : await validCall(name, scene, 'admin');
    const { via, ...call } = own.has(code) && ownCall ? { ...valid, via: undefined } : (PROVOKED[code]?.({ scene, valid, thrifty }) ?? {});
    const before = await headOf(scene);
    expectProblem(await send(name, call, via), code);
    expect(await headOf(scene)).toBe(before);
  });
});
