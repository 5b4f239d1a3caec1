import { inject } from 'vitest';
import { type EndpointName, type Params, pathOf, ROUTES, type Route } from '../../../../packages/shared/src/contract/index.ts';
import type { Answer, Person } from '../../../support/api-client.ts';
import type { Backend } from '../../../support/backend.ts';
import type { AnyCall } from './provoke.ts';

/** Made-up addresses, so that nobody else here shares what is used up: that of the caller, and that of the proxy which vouches for it. */
const CROWDED = { 'x-forwarded-for': '203.0.113.1, 203.0.113.2' };

/** What fills while a call through hosting is on its way is used up again before the next try. */
const TRIES = 20;

/**
 * Somebody who has made all the calls they may, really: by themselves they make calls that cost little, until one is refused, and then the one
 * that is asked for. It is spoilt besides, so that it has no effect where it comes too late.
 */
export function createExhausted(backend: Backend) {
  const { pageUrl, ports, projectId, host } = inject('emulators');
  const direct = `http://${host}:${ports.functions}/${projectId}/europe-west1/api`;
  let person: Promise<Person> | undefined;

  async function useUp(name: EndpointName, token: string | undefined): Promise<void> {
    const { method } = ROUTES[name];
    const headers = token ? { authorization: `Bearer ${token}` } : CROWDED;
    for (let status = 0; status !== 429; ) {
      const response = await fetch(`${direct}/api/v1${pathOf(name, {} as Params<typeof name>)}`, { method, headers });
      await response.arrayBuffer();
      status = response.status;
    }
  }

  return async function send(name: EndpointName, { params = {} }: AnyCall): Promise<Answer<unknown>> {
    const route: Route = ROUTES[name];
    person ??= backend.signUp();
    const token = route.access === 'anyone' ? undefined : (await person).token;
    const path = `/api/v1${pathOf(name, params as Params<typeof name>)}?unknown=1`;
    const headers = token ? {} : CROWDED;
    for (let tries = 1; ; tries++) {
      await useUp(!token ? 'getHealth' : route.mutates ? 'updateMe' : 'getConfig', token);
      const answer = await backend.request(path, { origin: pageUrl, method: route.method, token, headers });
      if (answer.status === 429 || tries === TRIES) return answer;
    }
  };
}
