import { randomUUID } from 'node:crypto';
import type { Page, Route } from 'playwright-core';
import type { Figure } from './figure.ts';
import { admit, createGroup, expenseBody, type GroupHandle } from './ledger.ts';
import { randomFrom } from './random.ts';
import type { Stage } from './stage.ts';

const GROUPS = 6;
const VISITS = 20;
/** So long every answer of the API is held back: what is on screen by then comes from this browser. */
const HELD_MS = 1_500;
/** Every so many visits somebody has changed the group in between. */
const CHANGED_EVERY = 3;

/**
 * How often a group that was open before shows its rows before the server has answered anything: over a trace of visits, of which
 * every other one loads the page anew, as a new tab would.
 */
export async function measureRevisits(stage: Stage): Promise<Figure[]> {
  const { writer, reader, siteUrl } = stage;
  const groups: GroupHandle[] = [];
  for (let index = 0; index < GROUPS; index += 1) {
    const group = await createGroup(writer, `Revisited ${index + 1}`);
    group.memberIds.push(await admit(writer, reader, group));
    await spend(stage, group, ticketsOf(group));
    groups.push(group);
  }

  const page = await stage.openPage('reader');
  await page.goto(siteUrl);
  const random = randomFrom(5);
  const seen = new Set<GroupHandle>();
  let revisits = 0;
  let hits = 0;
  for (let visit = 0; visit < VISITS; visit += 1) {
    // Some groups are looked at more often than others.
    const group = groups[Math.min(random(GROUPS), random(GROUPS))] as GroupHandle;
    const isRevisit = seen.has(group);
    if (isRevisit && visit % CHANGED_EVERY === 0) await spend(stage, group, `Extra ${visit}`);
    const isShown = await opensFromCache(page, stage, group, visit % 2 === 0);
    if (isRevisit) {
      revisits += 1;
      if (isShown) hits += 1;
    }
    seen.add(group);
  }
  await page.close();
  return [
    {
      what: `${revisits} revisits of groups with answers held back: rows shown from the local cache`,
      value: (100 * hits) / revisits,
      unit: '%',
      budget: 80,
      atLeast: true,
    },
  ];
}

const ticketsOf = (group: GroupHandle) => `Tickets of ${group.name}`;

const spend = ({ writer }: Stage, group: GroupHandle, description: string) =>
  writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), description) });

/** Opens the group while no answer arrives, and then lets the answers in until the group is up to date. */
async function opensFromCache(page: Page, { siteUrl }: Stage, group: GroupHandle, anew: boolean): Promise<boolean> {
  const held: Route[] = [];
  let isHolding = true;
  await page.route('**/api/**', (route) => {
    if (isHolding) held.push(route);
    else void route.continue();
  });
  const row = page.getByText(ticketsOf(group), { exact: true }).first();
  if (anew) await page.goto(`${siteUrl}/groups/${group.id}`);
  else {
    await page.locator('a[href="/"]').first().click();
    await page.locator(`a[href="/groups/${group.id}"]`).first().click();
  }
  const isShown = await row.waitFor({ timeout: HELD_MS }).then(
    () => true,
    () => false,
  );
  const caughtUp = page.waitForResponse((answer) => answer.url().includes(`/groups/${group.id}/changes`));
  isHolding = false;
  await Promise.all([caughtUp, ...held.map((route) => route.continue())]);
  await row.waitFor();
  await page.unroute('**/api/**');
  // What the answer brought is being stored.
  await page.waitForTimeout(150);
  return isShown;
}
