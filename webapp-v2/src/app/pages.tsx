import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import type { GroupPageProps } from '../features/group/group-page.tsx';
import type { Sharing } from '../features/group/invite/sharing.ts';
import { Departures } from '../features/groups/departures.tsx';
import { useI18n } from '../i18n/context.ts';
import { afterPaint } from '../platform/lifecycle.ts';
import type { Account } from '../stores/account/session.ts';
import type { Stores } from '../stores/stores.ts';
import { PageFocusProvider } from '../ui/page-focus.ts';
import { useSheetStack } from '../ui/sheet-stack.ts';
import { useFirstCode } from './first-code.ts';
import { useFragment } from './fragment.ts';
import { NotFound } from './not-found.tsx';
import { pageCode } from './page-code.ts';
import { useRouteFocus } from './route-focus.ts';
import { SignOutSheet } from './sign-out-sheet.tsx';
import { SkipLink } from './skip-link.tsx';
import { Starting } from './starting.tsx';
import { BareBar, TopBar } from './top-bar.tsx';

const AccountPage = pageCode(async () => (await import('../features/account/account-page.tsx')).AccountPage);
const GroupsPage = pageCode(async () => (await import('../features/groups/groups-page.tsx')).GroupsPage);
const JoinPage = pageCode(async () => (await import('../features/join/join-page.tsx')).JoinPage);
const ProfilePage = pageCode(async () => (await import('../features/profile/profile-page.tsx')).ProfilePage);
const DesignPage = pageCode(async () => (await import('../features/design/design-page.tsx')).DesignPage);
const GroupPage = pageCode(async () => (await import('../features/group/group-page.tsx')).GroupPage);

interface PagesProps {
  stores: Stores;
  sharing: Sharing;
  browserLanguages: readonly string[];
}

/** What an address needs before anything of it can be drawn, for whoever is signed in. */
const pageAt = (path: string) => {
  if (path.startsWith('/groups/')) return GroupPage;
  return path === '/join' ? JoinPage : path === '/profile' ? ProfilePage : GroupsPage;
};

/** Who is signed out signs in at whatever address they came to, and is there afterwards: an invitation's link keeps its secret. */
export function Pages({ stores, ...rest }: PagesProps) {
  const { path } = useLocation();
  const { isWhole } = useI18n();
  const { session } = stores;
  const account = session.account.value;
  // Needs no account, and no link leads to it.
  const stage = path === '/design' ? 'design' : session.status.value;
  const first = { starting: null, design: DesignPage, 'signed-out': AccountPage, 'signed-in': pageAt(path) }[stage];
  const isCodeHere = useFirstCode(stage, first?.preload ?? null);
  if (!isCodeHere) return <Starting />;
  switch (stage) {
    case 'starting':
      return <Starting />;
    case 'design':
      return <DesignPage />;
    case 'signed-out':
      return (
        <>
          <BareBar />
          <AccountPage session={session} invited={path === '/join'} />
        </>
      );
    case 'signed-in':
      return isWhole && account ? <SignedIn key={account.uid} account={account} stores={stores} {...rest} /> : <Starting />;
  }
}

function SignedIn({ account, stores, sharing, browserLanguages }: PagesProps & { account: Account }) {
  const { route, path } = useLocation();
  const { left } = useSheetStack();
  const token = useFragment();
  const profile = stores.profile.profile.value;
  const displayName = profile?.displayName || account.displayName;
  const { focus, onRouteChange } = useRouteFocus();
  const [drafts] = useState(() => stores.draftsOf(account.uid));
  // What is likely next comes once what was asked for is on screen: it opens without waiting then, and without a connection, too.
  useSignalEffect(() => {
    const sync = stores.groupDeps.sync.value;
    if (!sync || stores.groupList.status.value !== 'ready') return;
    void afterPaint().then(sync.shown).then(afterPaint).then(GroupsPage.preload).then(afterPaint).then(GroupPage.preload);
  });
  /** What leads elsewhere from a sheet leaves its entry behind first. */
  const go = (url: string, replace = false) => void left().then(() => route(url, replace));
  const open = (groupId: string, replace = false) => go(`/groups/${groupId}`, replace);
  return (
    <PageFocusProvider value={focus}>
      <SkipLink />
      <TopBar account={account} name={displayName || account.email} connection={stores.connection} onSignOut={() => stores.signOut.ask()} />
      <SignOutSheet signOut={stores.signOut} />
      <Departures groupList={stores.groupList} openId={/^\/groups\/([^/]+)/.exec(path)?.[1] ?? null} />
      <Router onRouteChange={onRouteChange}>
        <Route
          component={GroupsPage}
          path="/"
          groupList={stores.groupList}
          drafts={drafts}
          displayName={displayName}
          currency={profile?.defaultCurrency ?? null}
          onOpen={open}
        />
        <Route
          component={JoinPage}
          path="/join"
          invitation={stores.invitation}
          drafts={drafts}
          token={token}
          displayName={displayName}
          onJoined={(groupId: string) => open(groupId, true)}
        />
        <Route
          component={ProfilePage}
          path="/profile"
          profile={stores.profile}
          drafts={drafts}
          session={stores.session}
          onSignOut={() => stores.signOut.ask()}
          browserLanguages={browserLanguages}
        />
        <GroupRoute path="/groups/:groupId/:section?" deps={stores.groupDeps} sharing={sharing} onLeft={() => go('/', true)} />
        <NotFound default />
      </Router>
    </PageFocusProvider>
  );
}

type GroupRouteProps = Omit<GroupPageProps, 'groupId' | 'section'> & { params?: Record<string, string | undefined> };

/** Another group is another page, another section of it is not. */
function GroupRoute({ params = {}, ...rest }: GroupRouteProps & { path: string }) {
  const { groupId = '', section } = params;
  return <GroupPage key={groupId} groupId={groupId} section={section} {...rest} />;
}
