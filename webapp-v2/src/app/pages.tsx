import lazy from 'preact-iso/lazy';
import { Route, Router, useLocation } from 'preact-iso/router';
import type { GroupPageProps } from '../features/group/group-page.tsx';
import type { Sharing } from '../features/group/members/sharing.ts';
import { useI18n } from '../i18n/context.ts';
import type { Account } from '../stores/session.ts';
import type { Stores } from '../stores/stores.ts';
import { CONTENT_ID, Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFragment } from './fragment.ts';
import { NotFound } from './not-found.tsx';
import { TopBar } from './top-bar.tsx';

const AccountPage = lazy(async () => (await import('../features/account/account-page.tsx')).AccountPage);
const GroupsPage = lazy(async () => (await import('../features/groups/groups-page.tsx')).GroupsPage);
const JoinPage = lazy(async () => (await import('../features/join/join-page.tsx')).JoinPage);
const DesignPage = lazy(async () => (await import('../features/design/design-page.tsx')).DesignPage);
const GroupPage = lazy(async () => (await import('../features/group/group-page.tsx')).GroupPage);

interface PagesProps {
  stores: Stores;
  sharing: Sharing;
}

/** Who is signed out signs in at whatever address they came to, and is there afterwards: an invitation's link keeps its secret. */
export function Pages({ stores, sharing }: PagesProps) {
  const { path } = useLocation();
  const account = stores.session.account.value;
  // Needs no account, and no link leads to it.
  if (path === '/design') return <DesignPage />;
  switch (stores.session.status.value) {
    case 'starting':
      return <Starting />;
    case 'signed-out':
      return <AccountPage session={stores.session} invited={path === '/join'} />;
    case 'signed-in':
      return account && <SignedIn key={account.uid} account={account} stores={stores} sharing={sharing} />;
  }
}

function SignedIn({ account, stores, sharing }: PagesProps & { account: Account }) {
  const { t } = useI18n();
  const { route } = useLocation();
  const token = useFragment();
  const { displayName } = account;
  const open = (groupId: string, replace = false) => route(`/groups/${groupId}`, replace);
  return (
    <>
      <a class="skip-link" href={`#${CONTENT_ID}`}>
        {t('app.skip')}
      </a>
      <TopBar account={account} connection={stores.connection.state} onSignOut={() => stores.session.signOut()} />
      <Router onRouteChange={focusPage}>
        <Route component={GroupsPage} path="/" groupList={stores.groupList} displayName={displayName} onOpen={open} />
        <Route
          component={JoinPage}
          path="/join"
          invitation={stores.invitation}
          token={token}
          displayName={displayName}
          onJoined={(groupId: string) => open(groupId, true)}
        />
        <GroupRoute path="/groups/:groupId/:section?" deps={stores.groupDeps} sharing={sharing} onLeft={() => route('/', true)} />
        <NotFound default />
      </Router>
    </>
  );
}

/** A new page is told by the focus; a section of the same one keeps it where it was. */
function focusPage(url: string): void {
  if (!url.startsWith('/groups/') || url.split('/').length <= 3) document.getElementById(CONTENT_ID)?.focus({ preventScroll: true });
}

type GroupRouteProps = Omit<GroupPageProps, 'groupId' | 'section'> & { params?: Record<string, string | undefined> };

/** Another group is another page, another section of it is not. */
function GroupRoute({ params = {}, ...rest }: GroupRouteProps & { path: string }) {
  const { groupId = '', section } = params;
  return <GroupPage key={groupId} groupId={groupId} section={section} {...rest} />;
}

function Starting() {
  const { t } = useI18n();
  return (
    <Page title={t('app.name')}>
      <Skeleton rows={5} />
    </Page>
  );
}
