import { expect, test } from 'vitest';
import { GROUP_ID } from '../local-db/testing/samples.ts';
import { draftsOf } from './draft-shelf.ts';
import { openGroup } from './group/testing/open-group.ts';

test('[DRAFT5] what is half typed of no group is kept like the rest, and beside it', async () => {
  const { db, sync, group, clock, client } = await openGroup();
  const drafts = draftsOf(client.sync.uid, sync);
  drafts.keep('new group', { typed: 'Lis' });
  drafts.keep('new group', { typed: 'Lisbon' });
  group.drafts.keep('new expense', { typed: 'Tea' });
  expect([...(await drafts.read())]).toEqual([['new group', { typed: 'Lisbon' }]]);
  await clock.advance(10);
  expect([...(await draftsOf(client.sync.uid, sync).read())]).toEqual([['new group', { typed: 'Lisbon' }]]);
  expect([...(await db.readDrafts(GROUP_ID)).keys()]).toEqual(['new expense']);
  drafts.drop('new group');
  await clock.advance(10);
  expect((await drafts.read()).size).toBe(0);
});

test('[SESS4] what one account has typed is never kept for another, however late it arrives', async () => {
  const { db, sync, client, clock } = await openGroup();
  const drafts = draftsOf('somebody before', sync);
  drafts.keep('new group', { typed: 'Lisbon' });
  await clock.advance(10);
  expect([(await draftsOf(client.sync.uid, sync).read()).size, (await db.readDrafts('account')).size]).toEqual([0, 0]);
});

test('[DRAFT7] what could not be stored is read as it was typed, what could as another tab has left it', async () => {
  const { db, group, clock } = await openGroup();
  group.drafts.keep('saved elsewhere', { typed: 'Tea' });
  await clock.advance(10);
  await db.dropDraft(GROUP_ID, 'saved elsewhere');
  db.keepDraft = () => Promise.reject(new Error('no space left'));
  group.drafts.keep('new expense', { typed: 'Pizza' });
  await clock.advance(10);
  expect([...(await group.drafts.read())]).toEqual([['new expense', { typed: 'Pizza' }]]);
});

test('[DRAFT7] that nothing can be read is no word of there being nothing', async () => {
  const { db, group } = await openGroup();
  db.readDrafts = () => Promise.reject(new Error('the database is in use'));
  await expect(group.drafts.read()).rejects.toThrow('in use');
});
