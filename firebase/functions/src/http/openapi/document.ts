import { type EndpointName, LIMITS, PROBLEMS, ROUTES, type Route } from '@splitifyd/shared/contract';
import { createJsonSchemas } from './json-schemas.ts';
import { describeOperation } from './operation.ts';

const DESCRIPTION = `Group expenses, shared by everybody in the group.

- Money is a whole number of the currency's smallest unit. Times are milliseconds since 1970 (UTC).
- Clients make the ids of what they create: UUIDs in lower case.
- Every mutation names itself by a UUID in \`Idempotency-Key\`. Sent again, it answers its first outcome and has no second effect; the same key with another request is 422.
- Whoever changes or deletes something names the version they saw in \`If-Match\`. A stale one is 412, with the entity as it is now in \`current\`.
- Refusals are \`application/problem+json\` with a stable \`code\`. Unknown request fields are refused; clients must tolerate unknown fields in answers.
- Whoever is not a member of a group gets 404 for all of it.
- An account has ${LIMITS.readsPerMinute} reads and ${LIMITS.mutationsPerMinute} mutations a minute, an address ${LIMITS.strangersPerMinute} calls without a valid sign-in. Bodies have at most ${LIMITS.bodyBytes / 1024} KiB, lists at most ${LIMITS.pageSize} items.`;

/** The API as an OpenAPI 3.1 document, made from the endpoint table and the schemas. */
export function describeApi(version: string) {
  const schemas = createJsonSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(ROUTES) as EndpointName[]) {
    const { path, method }: Route = ROUTES[name];
    const item = path.replace(/:(\w+)/g, '{$1}');
    paths[item] = { ...paths[item], [method.toLowerCase()]: describeOperation(name, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Splitifyd', version, description: DESCRIPTION },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: { idToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A Firebase ID token' } },
      schemas: { ...schemas.named(), Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'urn:splitifyd:problem:<code>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: 'The fields that were refused; `path` as in the request, such as `payers.<id>`',
      items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    requestId: { type: 'string', description: 'As in X-Request-Id; what to name when asking for help' },
    current: { description: 'The entity as it is now, for `stale-version`' },
  },
};
