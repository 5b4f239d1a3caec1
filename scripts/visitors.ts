import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { de } from '../webapp-v2/src/i18n/de.ts';
import { ENGLISH } from '../webapp-v2/src/i18n/en.ts';
import { createI18n, type I18n } from '../webapp-v2/src/i18n/i18n.ts';
import { HEAVY_USER, NEWCOMER } from './demo/heavy-load.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo/seed.ts';
import type { Scene, Visitor } from './scenes/scene.ts';

/** What the visitors' browsers speak, and so the page. */
export const SPOKEN = { en: { ...ENGLISH, locale: 'en-IE' }, de: { language: 'de', messages: de, locale: 'de-DE' } } as const;

const ACCOUNTS: Readonly<Record<Visitor, DemoPerson | undefined>> = {
  nobody: undefined,
  member: DEMO_PEOPLE[0],
  newcomer: NEWCOMER,
  heavy: HEAVY_USER,
};

export interface Visitors {
  /** The page of the scene's visitor, with the scene arranged on it. */
  arrange(scene: Scene): Promise<Page>;
  close(): Promise<void>;
}

/** A browser profile for each visitor, signed in once. */
export function openVisitors(
  browser: Browser,
  siteUrl: string,
  language: keyof typeof SPOKEN,
  options: BrowserContextOptions = {},
  onContext: (context: BrowserContext) => void = () => {},
): Visitors {
  const { locale, ...spoken } = SPOKEN[language];
  const { t } = createI18n({ ...spoken, preferred: [locale], now: () => 0 });
  const pages = new Map<Visitor, Promise<Page>>();

  async function open(visitor: Visitor): Promise<Page> {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', ...options });
    onContext(context);
    const page = await context.newPage();
    const account = ACCOUNTS[visitor];
    if (account) await signIn(page, siteUrl, account, t);
    return page;
  }

  return {
    async arrange(scene) {
      const opened = pages.get(scene.as) ?? open(scene.as);
      pages.set(scene.as, opened);
      const page = await opened;
      await page.context().setOffline(false);
      // A page left behind keeps what was typed and opened; a new one does not. A file of the same site spares a new process for it.
      await page.goto(new URL('/favicon.svg', siteUrl).href);
      await page.goto(siteUrl);
      if (scene.as !== 'nobody') await page.getByRole('heading', { level: 1, name: t('groups.title') }).waitFor();
      await scene.arrange(page, t);
      return page;
    },
    async close() {
      for (const page of pages.values()) await (await page).context().close();
    },
  };
}

async function signIn(page: Page, siteUrl: string, { email, password }: DemoPerson, t: I18n['t']): Promise<void> {
  await page.goto(siteUrl);
  await page.getByLabel(t('account.email')).fill(email);
  await page.getByLabel(t('account.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('account.signIn') }).click();
  await page.getByRole('heading', { level: 1, name: t('groups.title') }).waitFor();
}
