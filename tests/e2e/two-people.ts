import { randomUUID } from 'node:crypto';
import type { RequestBody } from '@splitifyd/shared/contract';
import type { Browser, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { asPerson } from '../../scripts/demo/person.ts';
import { startWatchedBackend } from '../support/backend.ts';
import { newPage, type PageOptions } from '../support/browser.ts';
import * as journey from './journey.ts';

/** For what the other page shows by itself: generous, as two pages and the emulators share the machine. */
export const SOON = { timeout: 10_000 };

type NewExpense = RequestBody<'createExpense'>;

/** The API on plain Node until the test ends, to write much at once: the functions emulator would start a process for each request. */
export async function plainApi(): Promise<string> {
  const api = await startWatchedBackend();
  onTestFinished(() => api.close());
  return `${api.url}/api/v1`;
}

export type GroupOfTwo = Awaited<ReturnType<typeof groupOfTwo>>;

/** A group of two accounts, made through the API (the page's, unless told): the writer looks after it, the reader is a member. */
export async function groupOfTwo(name: string, apiUrl = inject('emulators').apiUrl) {
  const { authUrl } = inject('emulators');
  const credentials = { writer: journey.newcomer('Hale Winter'), reader: journey.newcomer('Isa Thorn') };
  const [writer, reader] = await Promise.all([
    asPerson(authUrl, apiUrl, credentials.writer),
    asPerson(authUrl, apiUrl, credentials.reader),
  ]);
  const [groupId, writerId, readerId] = [randomUUID(), randomUUID(), randomUUID()];
  await writer.call('createGroup', { body: { id: groupId, name, currency: 'EUR', member: { id: writerId, displayName: 'Hale Winter' } } });
  const token = randomUUID().replaceAll('-', '');
  await writer.call('createInvite', { params: { groupId }, body: { token } });
  await reader.call('acceptInvite', { body: { token, member: { id: readerId, displayName: 'Isa Thorn' } } });
  /** Paid by the writer, split equally, unless told. Gives the expense's id. */
  const post = async (description: string, amount: number, other: Partial<NewExpense> = {}) => {
    const id = randomUUID();
    const body = {
      id,
      description,
      date: '2026-03-02',
      amount,
      currency: 'EUR',
      payers: { [writerId]: amount },
      split: { mode: 'equal' as const, entries: { [writerId]: 1, [readerId]: 1 } },
      ...other,
    };
    await writer.call('createExpense', { params: { groupId }, body });
    return id;
  };
  return { groupId, name, credentials, writer, reader, writerId, readerId, post };
}

/** The group's page of one of the two, signed in. */
export async function visit(browser: Browser, group: GroupOfTwo, who: 'writer' | 'reader', options: PageOptions = {}): Promise<Page> {
  const page = await newPage(browser, { locale: 'en-IE', viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(journey.pageUrl(`/groups/${group.groupId}`));
  await journey.signIn(page, group.credentials[who]);
  await page.getByRole('heading', { level: 1, name: group.name }).waitFor();
  return page;
}

/** The reader's page, offline, with an edit of a payment that the writer has overtaken: as soon as it is online, the edit is refused. */
export async function editInVain(browser: Browser, group: GroupOfTwo, options: PageOptions = {}): Promise<Page> {
  const { groupId, readerId, writerId, writer } = group;
  const [settlementId, params] = [randomUUID(), { groupId }];
  const body = { id: settlementId, from: readerId, to: writerId, amount: 1000, currency: 'EUR', date: '2026-03-03' };
  await writer.call('createSettlement', { params, body });
  const page = await visit(browser, group, 'reader', { expected: [/412|DISCONNECTED/], ...options });
  await journey.goOffline(page);
  await journey.act(page, 'You paid Hale Winter', 'Edit');
  await page.getByRole('dialog').getByLabel('Amount', { exact: true }).fill('12');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await journey.expenseRow(page, 'not sent yet').waitFor();
  await writer.call('updateSettlement', { params: { ...params, settlementId }, version: 1, body: { note: 'theirs' } });
  return page;
}
