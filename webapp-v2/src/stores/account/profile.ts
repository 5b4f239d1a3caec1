import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Profile, ProfileEdit } from '@splitifyd/shared/contract';
import type { AccountSync } from '../../sync/account-sync.ts';
import { untilDone } from '../../sync/retry.ts';
import { attempt } from '../attempt.ts';
import { createIdempotentAction } from '../idempotent-action.ts';
import { present } from '../present.ts';
import type { Result } from '../result.ts';

/** What the account says of its owner. */
export interface ProfileStore {
  /** From this browser's copy at first; null until something is known. */
  profile: ReadonlySignal<Profile | null>;
  /** `version` is the one the form was opened with. */
  save(edit: ProfileEdit, version: number): Promise<Result<Profile>>;
  /** Deletes the account everywhere, then signs out and leaves nothing in this browser. */
  deleteAccount(): Promise<Result<null>>;
  /** The server says that the account is deleted: wholly, or as far as this browser's interrupted request came, which goes on. */
  accountIsDeleted(): void;
}

interface ProfileDeps {
  sync: ReadonlySignal<AccountSync | null>;
  signOut(): Promise<void>;
}

/** After these the server may have done a part, or all, of what it was asked for. */
const INTERRUPTED: ReadonlySet<string> = new Set(['offline', 'busy', 'internal']);

export function createProfileStore({ sync, signOut }: ProfileDeps): ProfileStore {
  const profile = signal<Profile | null>(null);
  /** Asks the server for it, of whoever is signed in. */
  let load = (): void => {};
  const deleting = createIdempotentAction(({ uuid }) => uuid());
  let running: Promise<Result<null>> | null = null;
  /** The deletion may have begun on the server: it deletes by parts, and who leaves it there is neither here nor gone. */
  let isBegun = false;

  effect(() => {
    const account = sync.value;
    if (!account) return;
    const life = new AbortController();
    load = untracked(() => follow(account, life.signal));
    return () => {
      life.abort();
      profile.value = null;
      isBegun = false;
    };
  });

  function follow(account: AccountSync, life: AbortSignal): () => void {
    const { call, db, clock, randomness } = account;
    const show = (next: Profile) => {
      // An answer that was overtaken by a later edit.
      if (life.aborted || (profile.peek()?.version ?? -1) > next.version) return;
      profile.value = next;
      db.writeProfile(next).catch(() => {});
    };
    const known = db.readProfile().catch(() => null);
    void known.then((cached) => cached && show(cached));
    const ask = () =>
      void untilDone(async () => show(await call('getMe', { params: {} }, life)), { clock, random: randomness.random, signal: life });
    ask();
    return ask;
  }

  async function deleteNow(): Promise<Result<null>> {
    const account = await present(sync);
    const { version: ifMatch } = await present(profile);
    const deleted = await deleting(account, {}, (idempotencyKey) =>
      attempt(account, () => account.call('deleteMe', { params: {}, idempotencyKey, ifMatch })),
    );
    isBegun = !deleted.ok && INTERRUPTED.has(deleted.code);
    if (deleted.ok) {
      await signOut();
      return { ok: true, value: null };
    }
    if (deleted.code === 'stale-version') load();
    return deleted;
  }

  function deleteAccount(): Promise<Result<null>> {
    running ??= deleteNow().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    profile,
    async save(body, ifMatch) {
      const account = await present(sync);
      const idempotencyKey = account.randomness.uuid();
      const saved = await attempt(account, () => account.call('updateMe', { params: {}, body, idempotencyKey, ifMatch }));
      if (saved.ok) {
        profile.value = saved.value;
        account.db.writeProfile(saved.value).catch(() => {});
      } else if (saved.code === 'stale-version') load();
      return saved;
    },
    deleteAccount,
    accountIsDeleted() {
      if (isBegun) void deleteAccount();
      else if (!running) void signOut();
    },
  };
}
