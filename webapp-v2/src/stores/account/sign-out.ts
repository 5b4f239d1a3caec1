import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountSync } from '../../sync/account-sync.ts';
import type { SessionStore } from './session.ts';

/** What signing out would lose. */
export interface AtStake {
  /** Changes that the server has not answered yet. */
  unsent: number;
  /** Forms that are half typed. */
  drafts: number;
  /** Refused changes that their author has not dismissed, with what was typed in them. */
  refused: number;
}

/** Signing out, which loses what was not sent or saved yet: it waits for what is being sent, and for its user to say so for the rest. */
export interface SignOutStore {
  /** What it waits for; null where nobody has asked, and while that is not known yet. */
  waitsFor: ReadonlySignal<AtStake | null>;
  /** Signs out as soon as everything is sent and nothing is half typed: at once, as a rule. */
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
  const waitsFor = signal<AtStake | null>(null);

  function insist(): void {
    asked.value = false;
    void session.signOut();
  }

  effect(() => {
    if (session.account.value === null) asked.value = false;
  });

  effect(() => {
    if (!asked.value || !sync.value) return;
    const { outbox, db } = sync.value;
    const life = new AbortController();
    // Other tabs of the account queue and type, too, and lose it as well.
    void Promise.all([db.countDrafts().catch(() => 0), db.readNotices().catch(() => []), outbox.reread()]).then(([drafts, told]) => {
      if (life.signal.aborted) return;
      const look = () => {
        if (life.signal.aborted) return;
        const unsent = outbox.unsent();
        const refused = new Set([...told, ...outbox.notices()].map(({ id }) => id)).size;
        waitsFor.value = { unsent, drafts, refused };
        if (unsent + drafts + refused === 0) insist();
      };
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
