import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { SessionStore } from './session.ts';

/** Signing out, which loses what was not sent yet: with such changes it waits for them, or for its user to say otherwise. */
export interface SignOutStore {
  /** How many changes it waits for; null where nobody has asked, and while that is not known yet. */
  waitsFor: ReadonlySignal<number | null>;
  /** Signs out as soon as everything is sent: at once, as a rule. */
  ask(): void;
  stay(): void;
  /** Signs out now, whatever is lost. */
  insist(): void;
}

interface SignOutDeps {
  sync: ReadonlySignal<AccountSync | null>;
  session: Pick<SessionStore, 'account' | 'signOut'>;
}

export function createSignOutStore({ sync, session }: SignOutDeps): SignOutStore {
  const asked = signal(false);
  const waitsFor = signal<number | null>(null);

  function insist(): void {
    asked.value = false;
    void session.signOut();
  }

  effect(() => {
    if (session.account.value === null) asked.value = false;
  });

  effect(() => {
    const outbox = sync.value?.outbox;
    if (!asked.value || !outbox) return;
    const life = new AbortController();
    const look = () => {
      if (life.signal.aborted) return;
      waitsFor.value = outbox.unsent();
      if (waitsFor.value === 0) insist();
    };
    // Other tabs of the account queue, too, and lose it as well.
    void outbox.reread().then(() => {
      if (life.signal.aborted) return;
      // Nobody waits for the moment to undo something in.
      outbox.release();
      outbox.changes.add(look, life.signal);
      look();
    });
    return () => {
      life.abort();
      waitsFor.value = null;
    };
  });

  return {
    waitsFor,
    ask() {
      asked.value = true;
    },
    stay() {
      asked.value = false;
    },
    insist,
  };
}
