import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Profile, ProfileEdit } from '@splitifyd/shared/contract';
import type { AccountSync } from '../sync/account-sync.ts';
import { createPullLoop, type PullLoop } from '../sync/pull-loop.ts';
import { attempt } from './attempt.ts';
import { present } from './present.ts';
import type { Result } from './result.ts';

/** What the account says of its owner. */
export interface ProfileStore {
  /** From this browser's copy at first; null until something is known. */
  profile: ReadonlySignal<Profile | null>;
  /** `version` is the one the form was opened with. */
  save(edit: ProfileEdit, version: number): Promise<Result<Profile>>;
  /** Deletes the account everywhere, then signs out and leaves nothing in this browser. */
  deleteAccount(): Promise<Result<null>>;
}

export interface ProfileDeps {
  sync: ReadonlySignal<AccountSync | null>;
  signOut(): Promise<void>;
}

export function createProfileStore({ sync, signOut }: ProfileDeps): ProfileStore {
  const profile = signal<Profile | null>(null);
  let loop: PullLoop | null = null;

  effect(() => {
    const account = sync.value;
    if (!account) return;
    const life = new AbortController();
    loop = untracked(() => follow(account, life.signal));
    return () => {
      life.abort();
      profile.value = null;
    };
  });

  function follow(account: AccountSync, life: AbortSignal): PullLoop {
    const { call, db, clock, randomness } = account;
    const show = (next: Profile) => {
      // An answer that was overtaken by a later edit.
      if (life.aborted || (profile.peek()?.version ?? -1) > next.version) return;
      profile.value = next;
      db.writeProfile(next).catch(() => {});
    };
    const known = db.readProfile().catch(() => null);
    void known.then((cached) => cached && show(cached));
    const loading = createPullLoop({
      clock,
      random: randomness.random,
      spacingMs: () => 0,
      behind: () => false,
      pull: async () => show(await call('getMe', { params: {} }, life)),
      onFailure: () => {},
      signal: life,
    });
    void loading.check();
    return loading;
  }

  /** The account and the version of the profile that its owner saw. */
  async function own() {
    const account = await present(sync);
    const { version } = await present(profile);
    return { account, ifMatch: version, idempotencyKey: account.randomness.uuid() };
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
      } else if (saved.code === 'stale-version') void loop?.check();
      return saved;
    },
    async deleteAccount() {
      const { account, ...request } = await own();
      const deleted = await attempt(account, () => account.call('deleteMe', { params: {}, ...request }));
      if (!deleted.ok) {
        if (deleted.code === 'stale-version') void loop?.check();
        return deleted;
      }
      await signOut();
      return { ok: true, value: null };
    },
  };
}
