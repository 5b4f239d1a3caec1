import { useLocation } from 'preact-iso/router';
import { useI18n } from '../i18n/context.ts';
import { PageFocusProvider } from '../ui/page-focus.ts';
import { useFirstCode } from './first-code.ts';
import { AccountPage, DesignPage, pageAt } from './page-codes.ts';
import { useRouteFocus } from './route-focus.ts';
import { type PagesProps, SignedIn } from './signed-in.tsx';
import { Starting } from './starting.tsx';
import { BareBar } from './top-bar.tsx';

/** Who is signed out signs in at whatever address they came to, and is there afterwards: an invitation's link keeps its secret. */
export function Pages({ stores, ...rest }: PagesProps) {
  const { path } = useLocation();
  const { reach, askForAll } = useI18n();
  const { session } = stores;
  const account = session.account.value;
  // Needs no account, and no link leads to it.
  const stage = path === '/design' ? 'design' : session.status.value;
  const first = { starting: null, design: DesignPage, 'signed-out': AccountPage, 'signed-in': pageAt(path) }[stage];
  const isCodeHere = useFirstCode(stage, first && (() => first.preload(askForAll)));
  const { focus, onRouteChange } = useRouteFocus(stage, path);
  const draw = () => {
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
        if (reach.value === 'entry' || !account) return <Starting />;
        return <SignedIn key={account.uid} account={account} stores={stores} onRouteChange={onRouteChange} {...rest} />;
    }
  };
  return <PageFocusProvider value={focus}>{draw()}</PageFocusProvider>;
}
