import { describe, expect, test } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../platform/http.ts';
import { createCall } from './api.ts';
import { ApiProblem, isTransient, readFailureOf, Unreachable } from './api-error.ts';

const GROUP = 'g 1';

function setUp(answers: (Partial<HttpAnswer> | Error)[]) {
  const sent: HttpRequest[] = [];
  const tokens: boolean[] = [];
  let deletions = 0;
  const call = createCall({
    base: '/api/v1',
    async http(request) {
      sent.push(request);
      const answer = answers[sent.length - 1] ?? new Error('no answer');
      if (answer instanceof Error) throw answer;
      return { status: 200, header: () => null, body: {}, ...answer };
    },
    async token(refresh) {
      tokens.push(refresh);
      return `token-${tokens.length}`;
    },
    onAccountDeleted: () => deletions++,
  });
  return { call, sent, tokens, deletions: () => deletions };
}

const problem = (status: number, code: string, extra: object = {}) => ({ status, body: { code, status, ...extra } });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('calling the API', () => {
  test('[API1] method, path, query and body follow the table', async () => {
    const { call, sent } = setUp([{ body: {} }, { body: {} }]);
    await call('pullChanges', { params: { groupId: GROUP }, query: { since: 3, epoch: 'a b' } });
    await call('previewInvite', { params: {}, body: { token: 'secret' } });
    expect(sent).toEqual([
      { method: 'GET', url: '/api/v1/groups/g%201/changes?since=3&epoch=a+b', headers: { Authorization: 'Bearer token-1' } },
      {
        method: 'POST',
        url: '/api/v1/invites/preview',
        headers: { Authorization: 'Bearer token-2', 'Content-Type': 'application/json' },
        body: '{"token":"secret"}',
      },
    ]);
  });

  test('[API2] the mutation id and the version seen travel as headers', async () => {
    const { call, sent } = setUp([{}]);
    await call('deleteExpense', { params: { groupId: GROUP, expenseId: 'e' }, idempotencyKey: 'key', ifMatch: 4 });
    expect(sent[0]?.headers).toMatchObject({ 'Idempotency-Key': 'key', 'If-Match': '"4"' });
  });

  test('[API3] a refused token is refreshed once, and the request sent again', async () => {
    const { call, sent, tokens } = setUp([problem(401, 'unauthenticated'), { body: { seq: 1 } }]);
    expect(await call('getBalances', { params: { groupId: GROUP } })).toEqual({ seq: 1 });
    expect(tokens).toEqual([false, true]);
    expect(sent[1]?.headers.Authorization).toBe('Bearer token-2');
  });

  test('[API3] refused again, it is a problem', async () => {
    const { call, sent } = setUp([problem(401, 'unauthenticated'), problem(401, 'unauthenticated')]);
    expect(await failure(call('getBalances', { params: { groupId: GROUP } }))).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(sent).toHaveLength(2);
  });

  test('[API4] a problem tells its code, the current entity and how long to wait', async () => {
    const { call } = setUp([{ ...problem(412, 'stale-version', { current: { id: 'e' } }), header: () => '3' }]);
    const error = await failure(call('getBalances', { params: { groupId: GROUP } }));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ code: 'stale-version', current: { id: 'e' }, retryAfterMs: 3000 });
  });

  test.each([
    ['no network', new Error('failed to fetch')],
    ['the page of a proxy', { status: 502, body: undefined }],
    ['success without a body', { status: 200, body: undefined }],
    ['a code nobody knows', problem(400, 'constructor')],
  ])('[API5] %s is no answer of the API', async (_, answer) => {
    const { call } = setUp([answer]);
    expect(await failure(call('getBalances', { params: { groupId: GROUP } }))).toBeInstanceOf(Unreachable);
  });

  test('[API7] that the account was deleted, perhaps elsewhere, is told; no other refusal is', async () => {
    const { call, deletions } = setUp([problem(403, 'forbidden'), problem(403, 'account-deleted')]);
    await failure(call('getBalances', { params: { groupId: GROUP } }));
    expect(deletions()).toBe(0);
    expect(await failure(call('getBalances', { params: { groupId: GROUP } }))).toMatchObject({ code: 'account-deleted' });
    expect(deletions()).toBe(1);
  });

  test.each([
    [new Unreachable(), true],
    [new ApiProblem(503, 'busy'), true],
    [new ApiProblem(500, 'internal'), true],
    [new ApiProblem(401, 'unauthenticated'), true],
    [new ApiProblem(412, 'stale-version'), false],
    [new ApiProblem(404, 'not-found'), false],
    [new ApiProblem(422, 'idempotency-key-reused'), false],
  ])('[API6] whether %s may pass by itself: %s', (error, transient) => {
    expect(isTransient(error)).toBe(transient);
  });

  test.each([
    [new ApiProblem(400, 'invalid-request'), 'outdated'],
    [new ApiProblem(405, 'method-not-allowed'), 'outdated'],
    [new ApiProblem(428, 'precondition-required'), 'outdated'],
    [new ApiProblem(503, 'busy'), 'failed'],
    [new Unreachable(), 'failed'],
  ])('[API8] a read that ends with %s is %s', (error, failure) => {
    expect(readFailureOf(error)).toBe(failure);
  });
});
