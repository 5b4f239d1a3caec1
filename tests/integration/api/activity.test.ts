import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../support/backend.ts';
import { addPlaceholder, foundHousehold, type Household } from '../../support/household.ts';

let backend: Backend;
let home: Household;
beforeAll(async () => {
  backend = await startBackend();
  home = await foundHousehold(backend);
  for (const name of ['Jonte', 'Ylva', 'Tove', 'Arne']) await addPlaceholder(backend, home, name);
});
afterAll(() => backend.close());

const inHome = () => ({ as: home.owner, params: { groupId: home.groupId } });

test('[REST15] the feed tells every change once, newest first, page after page', async () => {
  const seqs: number[] = [];
  for (let cursor = ''; ; ) {
    const { entries, pagination } = await backend.call('listActivity', { ...inHome(), query: `?limit=2${cursor}` });
    expect(pagination.total).toBe(5);
    seqs.push(...entries.map(({ seq }) => seq));
    if (pagination.nextCursor === null) break;
    cursor = `&cursor=${pagination.nextCursor}`;
  }
  expect(seqs).toEqual([5, 4, 3, 2, 1]);
});

test('[REST15] a page begins below its cursor, whatever happened since', async () => {
  const first = await backend.call('listActivity', { ...inHome(), query: '?limit=2' });
  await addPlaceholder(backend, home, 'Maren');
  const second = await backend.call('listActivity', { ...inHome(), query: `?limit=2&cursor=${first.pagination.nextCursor}` });
  expect(second.entries.map(({ seq }) => seq)).toEqual([3, 2]);
});

test.each(['x', btoa('[0]'), btoa('["1"]'), btoa('[1e400]'), btoa('[-1]')])('the cursor %s is refused', async (cursor) => {
  const refused = await backend.refused('listActivity', { ...inHome(), query: `?cursor=${encodeURIComponent(cursor)}` });
  expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ path: 'cursor' }] });
});
