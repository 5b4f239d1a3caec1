import { ADMISSION, type EndpointName, PROBLEMS, type ProblemCode, problemsOf, ROUTES, type Route } from '@splitifyd/shared/contract';
import { type EndpointSchemas, field, SCHEMAS } from '@splitifyd/shared/schemas';
import type { JsonSchema, JsonSchemas } from './json-schemas.ts';
import { SUMMARIES } from './summaries.ts';

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

/** What Cloud Functions answers by itself where it cannot read a body of the type `application/json`, before we are called [REST29]. */
const OF_THE_RUNTIME: Record<number, string> = {
  400: 'a body that is no JSON, or no gzip',
  413: 'a body beyond its own limit',
  415: 'an unknown compression or character set of the body',
};

/** One row of the endpoint table as an OpenAPI operation. */
export function describeOperation(name: EndpointName, jsonSchemas: JsonSchemas): object {
  const route: Route = ROUTES[name];
  const schemas: EndpointSchemas = SCHEMAS[name];
  const body = jsonSchemas.of(schemas.body);
  const { summary, more } = SUMMARIES[name];
  return {
    operationId: name,
    summary,
    description: [WHO[route.access], ...(more === undefined ? [] : [more])].join(' '),
    tags: [route.path.split('/').findLast((part) => part !== '' && !part.startsWith(':')) ?? ''],
    security: ADMISSION[route.access].nobody === null ? [] : [{ idToken: [] }],
    parameters: [
      ...pathParameters(route, jsonSchemas),
      ...queryParameters(jsonSchemas.of(schemas.query)),
      ...headerParameters(route, jsonSchemas),
    ],
    ...(hasFields(body) ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [route.success]: {
        description: 'Done',
        headers: REQUEST_ID,
        content: { 'application/json': { schema: jsonSchemas.of(schemas.returns) } },
      },
      ...problemResponses(problemsOf(name), route.method !== 'GET'),
    },
  };
}

const hasFields = ({ properties, $ref }: JsonSchema): boolean => $ref !== undefined || Object.keys(properties ?? {}).length > 0;

function pathParameters({ path }: Route, jsonSchemas: JsonSchemas): object[] {
  return [...path.matchAll(/:((\w+)Id)/g)].map(([, name, what]) => {
    const { description, ...schema } = jsonSchemas.of(name === 'inviteId' ? field.inviteId : field.uuid);
    return { name, in: 'path', required: true, description: `The id of the ${what}: ${lowerFirst(description)}`, schema };
  });
}

const lowerFirst = (text: unknown): string => String(text).replace(/^\w/, (letter) => letter.toLowerCase());

/** The words stand with the parameter, where readers of the document look for them. */
function queryParameters({ properties, required }: JsonSchema): object[] {
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: names.includes(name),
    description,
    schema,
  }));
}

function headerParameters({ mutates, versioned }: Route, jsonSchemas: JsonSchemas): object[] {
  const { description: form, ...schema } = jsonSchemas.of(field.uuid);
  const key = { description: `The id of this mutation, a new one for each: ${lowerFirst(form)}`, schema };
  const version = {
    description: 'The `version` that was seen of what is edited or deleted, in quotes',
    schema: { type: 'string', pattern: '^"\\d{1,15}"$' },
    example: '"1"',
  };
  return [
    ...(mutates ? [{ name: 'Idempotency-Key', in: 'header', required: true, ...key }] : []),
    ...(versioned ? [{ name: 'If-Match', in: 'header', required: true, ...version }] : []),
  ];
}

/** Several problems may share a status; the answer's `code` tells which one it is. */
function problemResponses(codes: readonly ProblemCode[], mayHaveBody: boolean): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  const ofTheRuntime = mayHaveBody ? OF_THE_RUNTIME : {};
  const statuses = new Set([...byStatus.keys(), ...Object.keys(ofTheRuntime).map(Number)]);
  return Object.fromEntries([...statuses].map((status) => [status, refusal(byStatus.get(status) ?? [], ofTheRuntime[status])]));
}

function refusal(codes: readonly ProblemCode[], unreadable: string | undefined): object {
  const ours = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`);
  const theirs = unreadable === undefined ? [] : [`Of the runtime, as a page of its own: ${unreadable}.`];
  const problem = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] };
  return {
    description: [...ours, ...theirs].join(' '),
    ...(ours.length > 0 ? { headers: { ...REQUEST_ID, ...(codes.some((code) => WAITING.includes(code)) ? RETRY_AFTER : {}) } } : {}),
    content: {
      ...(ours.length > 0 ? { 'application/problem+json': { schema: problem } } : {}),
      ...(theirs.length > 0 ? { 'text/html': { schema: { type: 'string' } } } : {}),
    },
  };
}
