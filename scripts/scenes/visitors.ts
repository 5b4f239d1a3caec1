import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { de } from '../../webapp-v2/src/i18n/de.ts';
import { ENGLISH } from '../../webapp-v2/src/i18n/en.ts';
import { createI18n, type I18n } from '../../webapp-v2/src/i18n/i18n.ts';
import { HEAVY_USER, NEWCOMER } from '../demo/heavy-load.ts';
import { asPerson, type Person } from '../demo/person.ts';
import { DEMO_PEOPLE, type DemoPerson } from '../demo/seed.ts';
import { LODGER } from './lodging.ts';
import type { Scene, Visitor } from './scene.ts';

/** What the visitors' browsers speak, and so the page. */
export const SPOKEN = { en: { ...ENGLISH, locale: 'en-IE' }, de: { language: 'de', messages: de, locale: 'de-DE' } } as const;

const ACCOUNTS: Readonly<Record<Visitor, DemoPerson | undefined>> = {
  nobody: undefined,
  member: DEMO_PEOPLE[0],
  newcomer: NEWCOMER,
  heavy: HEAVY_USER,
  lodger: LODGER,
};

/** Where the page is, and what answers it. */
export interface Site {
  pageUrl: string;
  apiUrl: string;
  authUrl: string;
}

export interface Visitors {
  /** The page of the scene's visitor, with the scene arranged on it. */
  arrange(scene: Scene): Promise<Page>;
  close(): Promise<void>;
}

/** A browser profile for each visitor, signed in once. */
export function openVisitors(
  browser: Browser,
  { pageUrl, apiUrl, authUrl }: Site,
  language: keyof typeof SPOKEN,
  options: BrowserContextOptions = {},
  onContext: (context: BrowserContext) => void = () => {},
): Visitors {
  const { locale, ...spoken } = SPOKEN[language];
  const { t } = createI18n({ ...spoken, preferred: [locale], now: () => 0 });
  const pages = new Map<Visitor, Promise<Page>>();
  const people = new Map<DemoPerson, Promise<Person>>();

  function elsewhere(account: DemoPerson): Promise<Person> {
    const { email, password, name: displayName } = account;
    const person = people.get(account) ?? asPerson(authUrl, apiUrl, { email, password, displayName });
    people.set(account, person);
    return person;
  }

  async function open(visitor: Visitor): Promise<Page> {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', ...options });
    onContext(context);
    const page = await context.newPage();
    const account = ACCOUNTS[visitor];
    if (account) {
      await elsewhere(account);
      await signIn(page, pageUrl, account, t);
    }
    return page;
  }

  return {
    async arrange(scene) {
      const opened = pages.get(scene.as) ?? open(scene.as);
      pages.set(scene.as, opened);
      const page = await opened;
      await page.unrouteAll();
      await page.context().setOffline(false);
      // A page left behind keeps what was typed and opened; a new one does not. A file of the same site spares a new process for it.
      await page.goto(new URL('/favicon.svg', pageUrl).href);
      if (scene.isOnItsOwn) {
        await scene.arrange(page, t, elsewhere);
        return page;
      }
      await page.goto(pageUrl);
      if (scene.as !== 'nobody') await page.getByRole('heading', { level: 1, name: t('groups.title') }).waitFor();
      await scene.arrange(page, t, elsewhere);
      return page;
    },
    async close() {
      for (const page of pages.values()) await (await page).context().close();
    },
  };
}

async function signIn(page: Page, pageUrl: string, { email, password }: DemoPerson, t: I18n['t']): Promise<void> {
  await page.goto(pageUrl);
  await page.getByRole('radio', { name: t('account.signIn') }).check();
  await page.getByLabel(t('account.email')).fill(email);
  await page.getByLabel(t('account.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('account.signIn') }).click();
  await page.getByRole('heading', { level: 1, name: t('groups.title') }).waitFor();
}
