import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider } from 'preact-iso/router';
import type { Sharing } from '../features/group/invite/sharing.ts';
import { I18nProvider } from '../i18n/context.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { Stores } from '../stores/stores.ts';
import { SheetStackProvider } from '../ui/sheet-stack.ts';
import { Crashed } from './crashed.tsx';
import { Pages } from './pages.tsx';
import { useSheets } from './use-sheets.ts';

interface AppProps {
  stores: Stores;
  i18n: ReadonlySignal<I18n>;
  sharing: Sharing;
  /** What the browser prefers, best first. */
  browserLanguages: ReadonlySignal<readonly string[]>;
}

export function App({ stores, i18n, sharing, browserLanguages }: AppProps) {
  const [crashed, setCrashed] = useState(false);
  const sheets = useSheets();
  return (
    <I18nProvider value={i18n.value}>
      <LocationProvider>
        <ErrorBoundary
          onError={(error) => {
            // Reported like any other failure, so that nothing is swallowed.
            reportError(error);
            setCrashed(true);
          }}
        >
          <SheetStackProvider value={sheets}>
            {crashed ? <Crashed /> : <Pages stores={stores} sharing={sharing} browserLanguages={browserLanguages.value} />}
          </SheetStackProvider>
        </ErrorBoundary>
      </LocationProvider>
    </I18nProvider>
  );
}
