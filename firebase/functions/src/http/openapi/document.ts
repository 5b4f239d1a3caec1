import { type EndpointName, LIMITS, PROBLEMS, ROUTES, type Route } from '@splitifyd/shared/contract';
import { createJsonSchemas } from './json-schemas.ts';
import { describeOperation } from './operation.ts';

const DESCRIPTION = `Group expenses, shared by everybody in the group.

- Money is a whole number of the currency's smallest unit. Times are milliseconds since 1970 (UTC).
- Clients make the ids of what they create: UUIDs in lower case.
- Every mutation names itself by a UUID in \`Idempotency-Key\`. Sent again, it answers its first outcome and has no second effect; the same key with another request is 422.
- Whoever changes or deletes something names the version they saw in \`If-Match\`. A stale one is 412, with the entity as it is now in \`current\`.
- Refusals are \`application/problem+json\` with a stable \`code\`. Unknown request fields are refused; clients must tolerate unknown fields in answers.
- Whoever is not a member of a group gets 404 for all of it; so does every id of another form. Another method of a known address is 405 \`method-not-allowed\`, with \`Allow\`.
- Bodies are parsed by the runtime before the API is called: the answers 400, 413 and 415 to what it cannot read itself are pages of its own (\`text/html\`), no problems.
- A group's history is counted by \`seq\`: one change, one number. \`epoch\` names the history of the database; another one means that a back-up was restored: load everything anew.
- Balances are positive where a member is owed money and negative where they owe. An expense adds what a member paid minus their share; a settlement raises the balance of \`from\` and lowers that of \`to\`.
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
  description: 'Why a request was refused (RFC 9457). `code` is stable, the rest is for developers',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'urn:splitifyd:problem:<code>' },
    title: { type: 'string', description: 'The same for every problem of this code' },
    status: { type: 'integer', description: 'The HTTP status' },
    code: {
      type: 'string',
      enum: Object.keys(PROBLEMS),
      description: 'What to go by: the wording for people is the business of the client',
    },
    detail: { type: 'string', description: 'More about this one' },
    errors: {
      type: 'array',
      description: 'The fields that were refused; `path` as in the request, such as `payers.<id>`',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string', description: 'Where' }, message: { type: 'string', description: 'What was expected there' } },
      },
    },
    requestId: { type: 'string', description: 'As in X-Request-Id; what to name when asking for help' },
    current: { description: 'The entity as it is now, for `stale-version`' },
  },
};
