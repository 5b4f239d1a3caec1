import type { Page } from 'playwright-core';
import { HOST } from '../scripts/emulators/ports.ts';
import { bareListenerScript } from './bare-listener.ts';
import { burst, post } from './commits.ts';
import { type Figure, median, quantile } from './figure.ts';
import type { Stage } from './stage.ts';

const EDITS = 40;
const SETTLE_MS = 900;

/** Of `group-changes`: the first change is announced at once, then one announcement ends each window, and one follows the last change. */
const WINDOW_MS = 500;

/** What the two pages note while they watch; times are epoch ms with fractions. */
declare global {
  interface Window {
    listenBare(options: Record<string, string | number>): Promise<void>;
    seenAt: Record<string, number>;
    shownAt: Record<string, number>;
  }
}

/**
 * From the moment Firestore committed an expense (its update time) to the frame in which the other member's page shows it, beside
 * the frame in which a bare listener in the same browser knows of the same commit.
 */
export async function measureLive(stage: Stage): Promise<Figure[]> {
  const page = await stage.openPage('reader');
  await page.goto(`${stage.siteUrl}/groups/${stage.group.id}`);
  await page.getByRole('heading', { name: stage.group.name }).first().waitFor();
  await noteDescriptions(page);
  const bare = await openBareListener(stage);
  await page.waitForTimeout(3000);

  const screen: number[] = [];
  const reference: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const { committedAt, seq, description } = await post(stage, stage.group);
    await page.waitForTimeout(SETTLE_MS);
    screen.push((await shownAt(page, description)) - committedAt);
    reference.push((await seenAt(bare, seq)) - committedAt);
  }
  const inBurst = await measureBurst(stage, page);
  await Promise.all([page.close(), bare.close()]);
  return [
    { what: 'Bare Firestore listener, commit → frame, p50', value: median(reference), unit: 'ms' },
    { what: 'Commit → the other member’s screen, p50', value: median(screen), unit: 'ms', budget: 3 * median(reference) },
    {
      what: 'Commit → the other member’s screen, p50 as a multiple of the bare listener',
      value: median(screen) / median(reference),
      unit: '×',
      budget: 3,
    },
    { what: 'Commit → the other member’s screen, p95', value: quantile(screen, 0.95), unit: 'ms', budget: 300 },
    ...inBurst,
  ];
}

/** 40 expenses of one group, sent within 400 ms. They are committed one after another, which takes longer. */
async function measureBurst(stage: Stage, page: Page): Promise<Figure[]> {
  const announced = new Set<number>();
  const stopCounting = stage.firestore.doc(`group-changes/${stage.group.id}`).onSnapshot((snapshot) => {
    const seq: unknown = snapshot.get('seq');
    if (typeof seq === 'number') announced.add(seq);
  });
  await page.waitForTimeout(1500);
  announced.clear();
  const posts = await burst(stage, stage.group);
  const commits = posts.map(({ committedAt }) => committedAt);
  const lastCommit = Math.max(...commits);
  // As long as commits go on, a window ends every 500 ms, each with an announcement.
  const spreadMs = lastCommit - Math.min(...commits);
  await page.waitForTimeout(4000);
  stopCounting();
  const shown = await Promise.all(posts.map(({ description }) => shownAt(page, description)));
  return [
    { what: 'Burst of 40 posts: first commit → last commit', value: spreadMs, unit: 'ms' },
    {
      what: `Burst of 40 posts, committed within ${Math.round(spreadMs)} ms: announcements, one a window of ${WINDOW_MS} ms and 2 around`,
      value: announced.size,
      unit: '',
      budget: 2 + Math.ceil(spreadMs / WINDOW_MS),
    },
    {
      what: 'Burst of 40 posts: last commit → all on the other screen',
      value: Math.max(...shown) - lastCommit,
      unit: 'ms',
      budget: 1500,
    },
  ];
}

/** Notes for each description when the frame began that shows it first. */
const noteDescriptions = (page: Page) =>
  page.evaluate(() => {
    window.shownAt = {};
    // An anonymous callback: the compiler's bookkeeping for named functions does not exist in the page.
    new MutationObserver(() => {
      const found = document.body.textContent?.match(/Errand [0-9a-f]{8}/g) ?? [];
      const unseen = found.filter((description) => window.shownAt[description] === undefined);
      if (unseen.length === 0) return;
      requestAnimationFrame(() => {
        for (const description of unseen) window.shownAt[description] ??= performance.timeOrigin + performance.now();
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const shownAt = (page: Page, description: string) => waitForNote(page, 'shownAt', description);
const seenAt = (page: Page, seq: number) => waitForNote(page, 'seenAt', String(seq));

async function waitForNote(page: Page, notes: 'shownAt' | 'seenAt', key: string): Promise<number> {
  const noted = await page.waitForFunction(([name, wanted]) => window[name][wanted], [notes, key] as const, { timeout: 15_000 });
  return Number(await noted.jsonValue());
}

async function openBareListener(stage: Stage): Promise<Page> {
  const page = await stage.openPage('nobody');
  await page.goto(`${stage.siteUrl}/robots.txt`);
  await page.addScriptTag({ content: await bareListenerScript() });
  await page.evaluate((options) => window.listenBare(options), {
    projectId: stage.projectId,
    auth: stage.authUrl,
    firestoreHost: HOST,
    firestorePort: stage.ports.firestore,
    email: stage.credentials.reader.email,
    password: stage.credentials.reader.password,
    groupId: stage.group.id,
  });
  return page;
}
