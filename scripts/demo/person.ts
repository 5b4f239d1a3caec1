import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EndpointName,
  type Params,
  pathOf,
  type RequestBody,
  type RequestQuery,
  type ResponseBody,
  ROUTES,
} from '@splitifyd/shared/contract';

/** How often a group that many change at once is asked again, and after which pause. */
const BUSY_ATTEMPTS = 10;
const BUSY_MS = 500;

export interface Credentials {
  email: string;
  password: string;
  displayName: string;
}

interface CallInput<Name extends EndpointName> {
  params?: Params<Name>;
  query?: RequestQuery<Name>;
  body?: RequestBody<Name>;
  /** The mutation id; a fresh one unless told. */
  key?: string;
  version?: number;
}

/** Somebody with an account in the Auth emulator, who calls the API over HTTP: for demo data, tests and the bench. */
export interface Person {
  uid: string;
  displayName: string;
  token: string;
  /** @throws Error naming the problem when the API refuses. */
  call<Name extends EndpointName>(name: Name, input?: CallInput<Name>): Promise<ResponseBody<Name>>;
}

/** Registers an account in the Auth emulator, or signs in to the one with that address. */
export async function asPerson(authUrl: string, apiUrl: string, credentials: Credentials): Promise<Person> {
  const account = (await identity(authUrl, 'signUp', credentials)) ?? (await identity(authUrl, 'signInWithPassword', credentials));
  if (account === undefined) throw new Error(`The Auth emulator admits no account for ${credentials.email}`);

  const call = async <Name extends EndpointName>(name: Name, { params, query, body, key, version }: CallInput<Name> = {}) => {
    const route: { method: string; mutates?: true } = ROUTES[name];
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([field, value]) => [field, String(value)]));
    const mutationId = key ?? randomUUID();
    const request = {
      method: route.method,
      headers: {
        authorization: `Bearer ${account.idToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(route.mutates ? { 'idempotency-key': mutationId } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const url = `${apiUrl}${pathOf(name, params ?? ({} as Params<Name>))}?${search}`;
    let answer = await fetch(url, request);
    // Sent again under the same mutation id, as the page does.
    for (let tried = 1; answer.status === 503 && tried < BUSY_ATTEMPTS; tried += 1) {
      await sleep(BUSY_MS);
      answer = await fetch(url, request);
    }
    if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as ResponseBody<Name>;
  };
  return { uid: account.localId, displayName: credentials.displayName, token: account.idToken, call };
}

async function identity(authUrl: string, action: 'signUp' | 'signInWithPassword', credentials: Credentials) {
  const answer = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:${action}?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...credentials, returnSecureToken: true }),
  });
  return answer.ok ? ((await answer.json()) as { localId: string; idToken: string }) : undefined;
}
