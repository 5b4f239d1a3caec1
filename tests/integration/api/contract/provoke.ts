import { randomUUID } from 'node:crypto';
import { LIMITS, type ProblemCode } from '../../../../packages/shared/src/contract/index.ts';
import type { Scene } from './scene.ts';

/** The call of any endpoint, without the types that tell endpoints apart. */
export interface AnyCall {
  as?: { userId: string; token: string } | undefined;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  key?: string;
  ifMatch?: number | undefined;
  /** To be made by somebody who has made as many calls as they may. */
  isHurried?: boolean;
}

interface Provocation {
  scene: Scene;
  valid: AnyCall;
}

/** How a call that would succeed is spoilt so that it ends in a problem that follows from the endpoint's form. */
export const PROVOKED: Partial<Record<ProblemCode, (provocation: Provocation) => AnyCall>> = {
  'invalid-request': ({ valid }) => ({ ...valid, query: '?unknown=1' }),
  unauthenticated: ({ valid }) => ({ ...valid, as: undefined }),
  'account-deleted': ({ valid, scene }) => ({ ...valid, as: scene.cast.deleted }),
  'not-found': ({ valid }) => ({ ...valid, params: { ...valid.params, groupId: randomUUID() } }),
  forbidden: ({ valid, scene }) => ({ ...valid, as: scene.cast.viewer }),
  'payload-too-large': ({ valid }) => ({ ...valid, body: { padding: 'x'.repeat(LIMITS.bodyBytes) } }),
  'idempotency-key-reused': ({ valid, scene }) => ({ ...valid, as: scene.cast.admin, key: scene.foundingKey }),
  'precondition-required': ({ valid }) => ({ ...valid, ifMatch: undefined }),
  'stale-version': ({ valid }) => ({ ...valid, ifMatch: 999 }),
  'rate-limited': ({ valid }) => ({ ...valid, isHurried: true }),
};

const OF_THE_STORE = 'a healthy database never answers so; tested where the store is told to fail';

export type Unprovoked = Readonly<Partial<Record<ProblemCode, string>>>;

/** What nobody brings about by calls alone, and why. */
export const UNPROVOKED: Unprovoked = {
  internal: `${OF_THE_STORE} (http/app.test.ts)`,
  busy: `${OF_THE_STORE}, or many come at once (services/ledger/ledger.test.ts, services/bounds/fair-line.test.ts)`,
};
