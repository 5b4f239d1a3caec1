import { type ComponentType, h } from 'preact';
import lazy from 'preact-iso/lazy';
import { useI18n } from '../i18n/context.ts';
import type { I18n } from '../i18n/i18n.ts';
import { systemClock } from '../platform/clock.ts';
import { untilLoaded } from './until-loaded.ts';

/**
 * A page, or what lies over all of them, whose code comes when it is shown or preloaded; asked for until it is there, as networks come
 * and go. It suspends, so that the router keeps the page before it meanwhile. A part of a page, which can have something in its
 * place, comes by `later`.
 */
const pageCode = <Props>(load: () => Promise<ComponentType<Props>>) => lazy(() => untilLoaded(load, systemClock));

type AskForAll = I18n['askForAll'];

/** One that says more than the pages which are drawn first: its code comes with every message there is, and those stay. */
function wordyCode<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const codeWithWords = (askForAll: AskForAll) =>
    pageCode(async () => {
      const [code] = await Promise.all([load(), askForAll()]);
      return code;
    });
  let known: ReturnType<typeof codeWithWords> | null = null;
  const codeOf = (askForAll: AskForAll) => {
    known ??= codeWithWords(askForAll);
    return known;
  };
  const Page = (props: Props) => h(codeOf(useI18n().askForAll), props);
  return Object.assign(Page, { preload: (askForAll: AskForAll) => codeOf(askForAll).preload() });
}

export const AccountPage = pageCode(async () => (await import('../features/account/account-page.tsx')).AccountPage);
export const GroupsPage = pageCode(async () => (await import('../features/groups/groups-page.tsx')).GroupsPage);
export const JoinPage = wordyCode(async () => (await import('../features/join/join-page.tsx')).JoinPage);
export const ProfilePage = wordyCode(async () => (await import('../features/profile/profile-page.tsx')).ProfilePage);
export const DesignPage = pageCode(async () => (await import('../features/design/design-page.tsx')).DesignPage);
export const GroupPage = pageCode(async () => (await import('../features/group/group-page.tsx')).GroupPage);
/** Shown when somebody signs out who loses something by it. */
export const SignOutSheet = wordyCode(async () => (await import('./sign-out-sheet.tsx')).SignOutSheet);
/** Shown once the first screen is there. */
export const Departures = wordyCode(async () => (await import('../features/groups/departures.tsx')).Departures);

/** What an address needs before anything of it can be drawn, for whoever is signed in. */
export const pageAt = (path: string) => {
  if (path.startsWith('/groups/')) return GroupPage;
  return path === '/join' ? JoinPage : path === '/profile' ? ProfilePage : GroupsPage;
};
