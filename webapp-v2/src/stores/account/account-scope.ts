import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { Account } from './session.ts';

export interface StartedAccount {
  sync: AccountSync;
  /** Removes from this browser what is kept of the account: all of it, or only what the server can tell again. */
  forget(what: 'all' | 'cached'): Promise<void>;
}

interface AccountScopeDeps {
  account: ReadonlySignal<Account | null>;
  /** Whether the account ends because its user signs out. Who is signed out unasked finds what was not sent when they are back. */
  isSigningOut(): boolean;
  /** Begins to follow the server for an account, until the signal aborts. */
  start(uid: string, signal: AbortSignal): Promise<StartedAccount>;
}

export interface AccountScope {
  /** Of whoever is signed in; null while there is nobody, and while it is being loaded. */
  sync: ReadonlySignal<AccountSync | null>;
  /** Resolves when nothing of former accounts is left. */
  forgotten(): Promise<void>;
}

/** Gives each account a life of its own: what was started for one ends, and is forgotten, before another one's begins. */
export function createAccountScope({ account, isSigningOut, start }: AccountScopeDeps): AccountScope {
  const sync = signal<AccountSync | null>(null);
  const uid = computed(() => account.value?.uid ?? null);
  let forgotten: Promise<void> = Promise.resolve();

  effect(() => {
    if (uid.value === null) return;
    const life = new AbortController();
    const whose = uid.value;
    // The one before may be the same account: forgetting it later would take what is queued by then.
    const started = forgotten.then(() => start(whose, life.signal));
    started.then(
      (begun) => {
        if (!life.signal.aborted) sync.value = begun.sync;
      },
      () => {},
    );
    return () => {
      life.abort();
      sync.value = null;
      const what = isSigningOut() ? 'all' : 'cached';
      forgotten = started.then((begun) => begun.forget(what)).catch(() => {});
    };
  });

  return { sync, forgotten: () => forgotten };
}
