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
import type { Answer } from '../../../support/api-client.ts';
import type { Backend } from '../../../support/backend.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';
import { type AnyCall, PROVOKED, type Unprovoked } from './provoke.ts';
import { type Cast, headOf, hireCast, type Scene, setScene } from './scene.ts';

/** Where the calls under test go. What they need is set up through `backend`, which works on the same data. */
export interface Stage {
  backend: Backend;
  send(name: EndpointName, call: AnyCall): Promise<Answer<unknown>>;
  close(): Promise<unknown>;
}

type AnyFixture = Fixture<EndpointName> & { problems: Partial<Record<ProblemCode, (scene: Scene) => AnyCall | Promise<AnyCall>>> };
const fixtureOf = (name: EndpointName) => FIXTURES[name] as unknown as AnyFixture;

const NAMES = Object.keys(ROUTES) as EndpointName[];

/**
 * Every endpoint, by everybody and with every problem it declares; made from the endpoint table: a row that is added is tested, or its fixture does
 * not compile.
 */
export function describeContract(start: () => Promise<Stage>, unprovoked: Unprovoked): void {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await start();
    cast = await hireCast(stage.backend);
  });
  afterAll(() => stage.close());

  const validCall = async (name: EndpointName, scene: Scene, by: Standing): Promise<AnyCall> => ({
    ...(by === 'nobody' ? {} : { as: cast[by] }),
    ...((await fixtureOf(name).valid(scene, by)) as AnyCall),
  });

  /** The endpoint's own way to a problem where it declares it by itself, else the way that follows from its form. */
  const wayTo = (code: ProblemCode, name: EndpointName) => {
    const route: Route = ROUTES[name];
    const own = route.problems.includes(code) ? fixtureOf(name).problems[code] : undefined;
    if (own) return async (scene: Scene): Promise<AnyCall> => ({ as: cast.admin, ...(await own(scene)) });
    const spoil = PROVOKED[code];
    return spoil && (async (scene: Scene): Promise<AnyCall> => spoil({ scene, valid: await validCall(name, scene, 'admin') }));
  };

  test('[REST21] every problem that an endpoint declares is brought about below, but for those that are named here with a reason', () => {
    const beyondReach = NAMES.flatMap((name) => problemsOf(name).filter((code) => !wayTo(code, name)));
    expect(new Set(beyondReach)).toEqual(new Set(Object.keys(unprovoked)));
  });

  describe.each(NAMES)('%s', (name) => {
    test.each(STANDINGS)('[REST20] %s', async (by) => {
      const scene = await setScene(stage.backend, cast);
      const call = await validCall(name, scene, by);
      const before = await headOf(scene);
      const answer = await stage.send(name, call);
      const refusal = refusalOf(name, by);
      if (refusal === null) return expectSuccess(name, answer);
      expectProblem(answer, refusal);
      expect(await headOf(scene)).toBe(before);
    });

    test.each(problemsOf(name).filter((code) => wayTo(code, name)))('[REST21] %s, without any effect', async (code) => {
      const scene = await setScene(stage.backend, cast);
      const call = await wayTo(code, name)?.(scene);
      const before = await headOf(scene);
      expectProblem(await stage.send(name, call ?? {}), code);
      expect(await headOf(scene)).toBe(before);
    });
  });
}

function expectSuccess(name: EndpointName, { status, headers, body }: Answer<unknown>): void {
  expect({ status, body }).toMatchObject({ status: ROUTES[name].success });
  expect(headers.get('cache-control')).toBe('no-store');
  const schemas: EndpointSchemas = SCHEMAS[name];
  expect(schemas.returns.parse(body)).toEqual(body);
}

function expectProblem({ status, headers, body }: Answer<unknown>, code: ProblemCode): void {
  expect(body).toMatchObject({ code, status, title: PROBLEMS[code].title });
  expect(status).toBe(PROBLEMS[code].status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect((body as ProblemBody).requestId).toBe(headers.get('x-request-id'));
  if (code === 'rate-limited') expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  if (code === 'stale-version') expect(body).toHaveProperty('current.version');
}
