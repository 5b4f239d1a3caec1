import { Validator } from '@seriousme/openapi-schema-validator';
import { type EndpointName, PROBLEMS, problemsOf, ROUTES, type Route } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { describeApi } from './document.ts';

interface Operation {
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: unknown;
  responses: Record<string, { description: string; headers: Record<string, unknown> }>;
}

const api = describeApi('1.2.3');
const operationOf = (name: EndpointName): Operation => {
  const { path, method }: Route = ROUTES[name];
  return api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation;
};
const NAMES = Object.keys(ROUTES) as EndpointName[];

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
  const statuses = new Set([route.success, ...problemsOf(name).map((code) => PROBLEMS[code].status)].map(String));
  expect(new Set(Object.keys(operation.responses))).toEqual(statuses);
  for (const code of problemsOf(name)) expect(operation.responses[PROBLEMS[code].status]?.description).toContain(`\`${code}\``);
  expect(operation.responses[429]?.headers).toHaveProperty('Retry-After');
});

test('[REST19] limits that no type shows are written into the schemas', () => {
  const { createExpense, updateExpense } = Object.fromEntries(NAMES.map((name) => [name, JSON.stringify(operationOf(name).requestBody)]));
  for (const part of ['"maxLength":200', '"format":"date"', '"pattern":"^[A-Z]{3}$"', '"maximum":100000000000'])
    expect(createExpense).toContain(part);
  expect(updateExpense).toContain('"dependentRequired":{"amount":["currency","payers","split"]');
});
