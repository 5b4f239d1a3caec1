import { Validator } from '@seriousme/openapi-schema-validator';
import { type EndpointName, PROBLEMS, problemsOf, ROUTES, type Route } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { describeApi } from './document.ts';

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; description: string; schema: { pattern?: string } }[];
  requestBody?: unknown;
  responses: Record<string, { description: string; headers: Record<string, unknown>; content: Record<string, unknown> }>;
}

const api = describeApi('1.2.3');
const operationOf = (name: EndpointName): Operation => {
  const { path, method }: Route = ROUTES[name];
  return api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation;
};
const NAMES = Object.keys(ROUTES) as EndpointName[];
const NAMED: Record<string, { description?: string; properties?: object }> = api.components.schemas;

test('[REST19] the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(api));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('[REST19] every reference of the document leads somewhere', () => {
  const targets = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((name) => !(name in api.components.schemas))).toEqual([]);
  expect(JSON.stringify(api)).not.toContain('$defs');
});

test.each(NAMES)('[REST19] %s is described as its row of the table says', (name) => {
  const route: Route = ROUTES[name];
  const operation = operationOf(name);
  expect(operation.operationId).toBe(name);
  expect(operation.security.length > 0).toBe(route.access !== 'anyone');
  const named = (place: string) => operation.parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
  expect(named('path')).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
  expect(named('header')).toEqual([...(route.mutates ? ['Idempotency-Key'] : []), ...(route.versioned ? ['If-Match'] : [])]);
  const ofTheRuntime = route.method === 'GET' ? [] : [400, 413, 415];
  const statuses = new Set([route.success, ...problemsOf(name).map((code) => PROBLEMS[code].status), ...ofTheRuntime].map(String));
  expect(new Set(Object.keys(operation.responses))).toEqual(statuses);
  for (const code of problemsOf(name)) expect(operation.responses[PROBLEMS[code].status]?.description).toContain(`\`${code}\``);
  expect(operation.responses[429]?.headers).toHaveProperty('Retry-After');
});

test('[REST29] what the runtime answers to bodies it cannot read is told beside our own problems, as the page that it is', () => {
  const { responses } = operationOf('createExpense');
  for (const status of [400, 413]) expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json', 'text/html']);
  expect(Object.keys(responses[415]?.content ?? {})).toEqual(['text/html']);
  expect(Object.keys(operationOf('getExpense').responses[400]?.content ?? {})).toEqual(['application/problem+json']);
  expect(api.info.description).toContain('405 `method-not-allowed`');
});

/** Every property within a schema that says nothing of what it means, or refers to something that does not. */
function unexplained(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.entries(schema).flatMap(([key, value]) => (key === 'properties' ? [] : unexplained(value, `${path}.${key}`)));
  const properties: Record<string, { description?: string; $ref?: string }> = 'properties' in schema ? Object(schema.properties) : {};
  const own = Object.entries(properties).flatMap(([name, property]) => [
    ...(property.description === undefined && !isExplained(property.$ref) ? [`${path}.${name}`] : []),
    ...unexplained(property, `${path}.${name}`),
  ]);
  return [...own, ...inner];
}

const isExplained = (ref: string | undefined) => NAMED[ref?.split('/').at(-1) ?? '']?.description !== undefined;

test('[REST19] every operation has a line of its own, and every parameter and property says what it means', () => {
  const operations = NAMES.map(operationOf);
  expect(new Set(operations.map(({ summary }) => summary)).size).toBe(NAMES.length);
  for (const { summary, parameters, description } of operations) {
    expect(summary.length).toBeGreaterThan(3);
    expect(description).not.toBe('');
    expect(parameters.filter((parameter) => !parameter.description).map(({ name }) => name)).toEqual([]);
  }
  const bodies = operations.map(({ operationId, requestBody, responses }) => {
    const { content } = responses[ROUTES[operationId as EndpointName].success] ?? {};
    return [...unexplained(requestBody, operationId), ...unexplained(content, operationId)];
  });
  expect([...bodies.flat(), ...unexplained(NAMED, 'schemas')]).toEqual([]);
});

test('[REST19] the meaning of what no type shows is told', () => {
  const told = (name: EndpointName) => JSON.stringify(operationOf(name));
  expect(told('createExpense')).toContain('basis points');
  expect(told('pullChanges')).toContain('0 asks for a snapshot');
  for (const name of ['createSettlement', 'updateSettlement'] as const) expect(told(name)).toContain('Nobody settles with themselves');
  expect(NAMED.Group).toMatchObject({
    properties: { balances: { description: expect.stringContaining('Positive: the member is owed') } },
  });
});

test('[REST19] [REST13] the document refuses the ids and keys that the server refuses', () => {
  const id = 'A0000000-0000-4000-8000-000000000000';
  const named = NAMES.flatMap((name) =>
    operationOf(name).parameters.filter(({ in: place, name }) => place !== 'query' && name !== 'If-Match'),
  );
  const patternsOf = (parameters: typeof named) => parameters.map(({ schema }) => new RegExp(schema.pattern ?? ''));
  const ofInvites = patternsOf(named.filter(({ name }) => name === 'inviteId'));
  const ofOthers = patternsOf(named.filter(({ name }) => name !== 'inviteId'));
  expect([ofInvites.length, ofOthers.length > 30]).toEqual([1, true]);
  for (const pattern of ofOthers)
    expect([id, id.toLowerCase(), 'x', ''].map((text) => pattern.test(text))).toEqual([false, true, false, false]);
  for (const pattern of ofInvites)
    expect(['a'.repeat(64), 'A'.repeat(64), id.toLowerCase()].map((text) => pattern.test(text))).toEqual([true, false, false]);
});

test('[REST19] limits that no type shows are written into the schemas', () => {
  const { createExpense, updateExpense } = Object.fromEntries(NAMES.map((name) => [name, JSON.stringify(operationOf(name).requestBody)]));
  for (const part of ['"maxLength":200', '"format":"date"', '"pattern":"^(19|2', '"pattern":"^[A-Z]{3}$"', '"maximum":100000000000'])
    expect(createExpense).toContain(part);
  expect(createExpense).toContain('empty where it is left out');
  expect(updateExpense).toContain('"dependentRequired":{"amount":["currency","payers","split"]');
});
