import { ROUTES } from '@splitifyd/shared/contract';
import { SCHEMAS } from '@splitifyd/shared/schemas';
import { expect, test } from 'vitest';
import { expectedVersion, mutationId, parse, requireIds } from './request-shape.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const refused = (path: string) =>
  expect.objectContaining({ code: 'invalid-request', details: { errors: [expect.objectContaining({ path })] } });

test('[REST13] what has the form is taken as the schema reads it, and every refused field is named', () => {
  expect(parse(SCHEMAS.listGroups.query, { limit: '7' })).toEqual({ limit: 7 });
  expect(() => parse(SCHEMAS.listGroups.query, { limit: '101' })).toThrow(refused('limit'));
  expect(() => parse(SCHEMAS.createGroup.body, { ...group(), member: { id: ID, displayName: '' } })).toThrow(refused('member.displayName'));
});

const group = () => ({ id: ID, name: 'Lindenhof', currency: 'EUR', member: { id: ID, displayName: 'Mara' } });

test('[REST13] ids are UUIDs in lower case, those of invitations hashes', () => {
  for (const params of [{}, { groupId: ID }, { groupId: ID, inviteId: 'a'.repeat(64) }]) expect(() => requireIds(params)).not.toThrow();
  for (const params of [{ groupId: ID.replace('0', 'A') }, { groupId: 'x' }, { groupId: ID, inviteId: ID }, { groupId: undefined }]) {
    expect(() => requireIds(params)).toThrow(expect.objectContaining({ code: 'not-found' }));
  }
});

test('[REST2] a mutation has one id', () => {
  expect(mutationId({ 'idempotency-key': ID })).toBe(ID);
  for (const key of [undefined, '', 'x', ID.replace('0', 'A'), [ID, ID]]) {
    expect(() => mutationId({ 'idempotency-key': key })).toThrow(refused('Idempotency-Key'));
  }
});

test('[REST2] a version is a quoted number, read where the endpoint changes what is there, and its absence is no mistake of form', () => {
  expect(expectedVersion(ROUTES.updateMe, { 'if-match': '"12"' })).toBe(12);
  expect(expectedVersion(ROUTES.updateMe, {})).toBeUndefined();
  expect(expectedVersion(ROUTES.createGroup, { 'if-match': 'anything' })).toBeUndefined();
  for (const header of ['1', '*', '"x"', 'W/"1"', `"${'9'.repeat(16)}"`, ['"1"', '"1"']]) {
    expect(() => expectedVersion(ROUTES.updateMe, { 'if-match': header })).toThrow(refused('If-Match'));
  }
});
