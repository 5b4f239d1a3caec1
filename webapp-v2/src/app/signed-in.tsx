import { useSignal, useSignalEffect } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import type { GroupPageProps } from '../features/group/group-page.tsx';
import type { Sharing } from '../features/group/invite/sharing.ts';
import { useI18n } from '../i18n/context.ts';
import { afterPaint } from '../platform/lifecycle.ts';
import type { Account } from '../stores/account/session.ts';
import type { Stores } from '../stores/stores.ts';
import { useSheetStack } from '../ui/sheet-stack.ts';
import { useFragment } from './fragment.ts';
import { NotFound } from './not-found.tsx';
import { Departures, GroupPage, GroupsPage, JoinPage, ProfilePage, SignOutSheet } from './page-codes.ts';
import { groupAt } from './route-focus.ts';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';

export interface PagesProps {
  stores: Stores;
  sharing: Sharing;
  browserLanguages: readonly string[];
}

interface SignedInProps extends PagesProps {
  account: Account;
  onRouteChange: (url: string) => void;
}

/** The bar and whatever page the address names. */
export function SignedIn({ account, stores, sharing, browserLanguages, onRouteChange }: SignedInProps) {
  const { route, path } = useLocation();
  const { left } = useSheetStack();
  const { askForAll } = useI18n();
  const token = useFragment();
  const profile = stores.profile.profile.value;
  const displayName = profile?.displayName || account.displayName;
  const [drafts] = useState(() => stores.draftsOf(account.uid));
  /** The groups as this browser knew them at first, once the first screen is there. */
  const before = useSignal<readonly GroupSummary[] | null>(null);
  // What is likely next comes once what was asked for is on screen: it opens without waiting then, and without a connection, too.
  useSignalEffect(() => {
    const sync = stores.groupDeps.sync.value;
    if (!sync || stores.groupList.status.value !== 'ready') return;
    const known = stores.groupList.groups.peek();
    void afterPaint()
      .then(sync.shown)
      .then(afterPaint)
      .then(() => Departures.preload(askForAll))
      .then(() => {
        before.value ??= known;
      })
      .then(GroupsPage.preload)
      .then(afterPaint)
      .then(GroupPage.preload)
      .then(() => SignOutSheet.preload(askForAll));
  });
  /** What leads elsewhere from a sheet leaves its entry behind first. */
  const go = (url: string, replace = false) => void left().then(() => route(url, replace));
  /** The group that its reader has just left or ended, until they have seen the list without it. */
  const leftName = useSignal<string | null>(null);
  const leave = (name: string) => {
    leftName.value = name;
    go('/', true);
  };
  const open = (groupId: string, replace = false) => go(`/groups/${groupId}`, replace);
  return (
    <>
      <SkipLink />
      <TopBar account={account} name={displayName || account.email} connection={stores.connection} onSignOut={() => stores.signOut.ask()} />
      {stores.signOut.waitsFor.value && <SignOutSheet signOut={stores.signOut} />}
      {before.value && <Departures groupList={stores.groupList} before={before.value} openId={groupAt(path)} />}
      <Router onRouteChange={onRouteChange}>
        <Route
          component={GroupsPage}
          path="/"
          groupList={stores.groupList}
          drafts={drafts}
          displayName={displayName}
          currency={profile?.defaultCurrency ?? null}
          leftName={leftName}
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
        <GroupRoute path="/groups/:groupId/:section?" deps={stores.groupDeps} sharing={sharing} onLeft={leave} />
        <NotFound default />
      </Router>
    </>
  );
}

type GroupRouteProps = Omit<GroupPageProps, 'groupId' | 'section'> & { params?: Record<string, string | undefined> };

/** Another group is another page, another section of it is not. */
function GroupRoute({ params = {}, ...rest }: GroupRouteProps & { path: string }) {
  const { groupId = '', section } = params;
  return <GroupPage key={groupId} groupId={groupId} section={section} {...rest} />;
}
