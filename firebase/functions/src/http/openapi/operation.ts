import { ADMISSION, type EndpointName, PROBLEMS, type ProblemCode, problemsOf, ROUTES, type Route } from '@splitifyd/shared/contract';
import { type EndpointSchemas, SCHEMAS } from '@splitifyd/shared/schemas';
import type { JsonSchema, JsonSchemas } from './json-schemas.ts';

const WHO = {
  anyone: 'Anybody, signed in or not.',
  account: 'Any signed-in account.',
  viewer: 'Every member of the group.',
  member: 'Members of the group with the role `member` or `admin`.',
  admin: 'Administrators of the group.',
} as const;

const REQUEST_ID = { 'X-Request-Id': { description: 'Names this request in our logs', schema: { type: 'string' } } };
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } };
const WAITING: readonly ProblemCode[] = ['rate-limited', 'busy'];

const UUID = { type: 'string', format: 'uuid' };

/** One row of the endpoint table as an OpenAPI operation. */
export function describeOperation(name: EndpointName, jsonSchemas: JsonSchemas): object {
  const route: Route = ROUTES[name];
  const schemas: EndpointSchemas = SCHEMAS[name];
  const body = jsonSchemas.of(schemas.body);
  return {
    operationId: name,
    summary: titleOf(name),
    description: WHO[route.access],
    tags: [route.path.split('/').findLast((part) => part !== '' && !part.startsWith(':')) ?? ''],
    security: ADMISSION[route.access].nobody === null ? [] : [{ idToken: [] }],
    parameters: [...pathParameters(route), ...queryParameters(jsonSchemas.of(schemas.query)), ...headerParameters(route)],
    ...(hasFields(body) ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [route.success]: {
        description: 'Done',
        headers: REQUEST_ID,
        content: { 'application/json': { schema: jsonSchemas.of(schemas.returns) } },
      },
      ...problemResponses(problemsOf(name)),
    },
  };
}

/** `createExpense` → "Create expense" */
function titleOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const hasFields = ({ properties, $ref }: JsonSchema): boolean => $ref !== undefined || Object.keys(properties ?? {}).length > 0;

function pathParameters(route: Route): object[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ properties, required }: JsonSchema): object[] {
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: names.includes(name), schema }));
}

function headerParameters({ mutates, versioned }: Route): object[] {
  const key = { description: 'The id of this mutation', schema: UUID };
  const version = {
    description: 'The version that was seen, in quotes',
    schema: { type: 'string', pattern: '^"\\d{1,15}"$' },
    example: '"1"',
  };
  return [
    ...(mutates ? [{ name: 'Idempotency-Key', in: 'header', required: true, ...key }] : []),
    ...(versioned ? [{ name: 'If-Match', in: 'header', required: true, ...version }] : []),
  ];
}

/** Several problems may share a status; the answer's `code` tells which one it is. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  const responses = [...byStatus].map(([status, sharing]) => [
    status,
    {
      description: sharing.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
      headers: { ...REQUEST_ID, ...(sharing.some((code) => WAITING.includes(code)) ? RETRY_AFTER : {}) },
      content: {
        'application/problem+json': {
          schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: sharing } } }] },
        },
      },
    },
  ]);
  return Object.fromEntries(responses);
}
