import { pageCode } from './page-code.ts';

export const AccountPage = pageCode(async () => (await import('../features/account/account-page.tsx')).AccountPage);
export const GroupsPage = pageCode(async () => (await import('../features/groups/groups-page.tsx')).GroupsPage);
export const JoinPage = pageCode(async () => (await import('../features/join/join-page.tsx')).JoinPage);
export const ProfilePage = pageCode(async () => (await import('../features/profile/profile-page.tsx')).ProfilePage);
export const DesignPage = pageCode(async () => (await import('../features/design/design-page.tsx')).DesignPage);
export const GroupPage = pageCode(async () => (await import('../features/group/group-page.tsx')).GroupPage);
/** Shown when somebody signs out who loses something by it. */
export const SignOutSheet = pageCode(async () => (await import('./sign-out-sheet.tsx')).SignOutSheet);

/** What an address needs before anything of it can be drawn, for whoever is signed in. */
export const pageAt = (path: string) => {
  if (path.startsWith('/groups/')) return GroupPage;
  return path === '/join' ? JoinPage : path === '/profile' ? ProfilePage : GroupsPage;
};
