import type { CDPSession, Page } from 'playwright-core';
import { recordedHour } from './activity-trace.ts';
import { post } from './commits.ts';
import type { Figure } from './figure.ts';
import { admit, createGroup } from './ledger.ts';
import type { Stage } from './stage.ts';

/** Pages that are cached, code that is compiled late: not growth, so it is there before the first reading. */
const WARM_UP_ROUNDS = 3;
/** The reader looks around this often in the hour. */
const ROUNDS = 20;
const BYTES_A_MB = 1_000_000;

/**
 * An hour of an open page in a minute: as many changes by somebody else as in the recorded hour, each in the open group, and between
 * them a walk through list, group, its sections and an expense. Garbage is collected before each reading. What would grow with time
 * alone, without anything happening, is not seen.
 */
export async function measureMemory(stage: Stage): Promise<Figure[]> {
  const group = await createGroup(stage.writer, 'Long evening');
  group.memberIds.push(await admit(stage.writer, stage.reader, group));
  await post(stage, group);
  const changes = recordedHour().filter(({ what }) => what === 'changed').length;

  const page = await stage.openPage('reader');
  await page.goto(`${stage.siteUrl}/groups/${group.id}`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await walk(page, group.name);
  const before = await held(devtools);
  let made = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (; made < (changes * round) / ROUNDS; made += 1) {
      const { description } = await post(stage, group);
      await page.getByText(description, { exact: true }).first().waitFor();
    }
    await walk(page, group.name);
  }
  const after = await held(devtools);
  await page.close();
  const what = `An hour compressed (${changes} changes by another member, ${ROUNDS} walks through list and group)`;
  return [
    { what: `${what}: growth of its JS heap after a collection`, value: (after.bytes - before.bytes) / BYTES_A_MB, unit: 'MB', budget: 50 },
    { what: 'JS heap of that page at the end', value: after.bytes / BYTES_A_MB, unit: 'MB' },
    { what: 'Growth in DOM nodes of the same page', value: after.nodes - before.nodes, unit: '' },
  ];
}

/** List → group → an expense → activity → expenses. */
async function walk(page: Page, groupName: string): Promise<void> {
  await page.locator('a[href="/"]').first().click();
  await page.getByRole('link', { name: groupName }).first().click();
  await page.locator('main li button').first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const sections = page.getByRole('navigation', { name: 'Sections of the group' });
  await sections.getByRole('link', { name: 'Activity' }).click();
  await sections.getByRole('link', { name: 'Expenses' }).click();
  await page.locator('main li button').first().waitFor();
}

/** What is in use: JavaScript objects (DOM wrappers included) after a collection, and DOM nodes. */
async function held(devtools: CDPSession): Promise<{ bytes: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { bytes: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
}
