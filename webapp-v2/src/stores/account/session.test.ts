import { describe, expect, test, vi } from 'vitest';
import type { AccountSync } from '../../sync/account-sync.ts';
import { createAccountScope } from './account-scope.ts';
import { type Account, type Accounts, createSessionStore, type Visits } from './session.ts';

const MARA: Account = { uid: 'mara', email: 'mara@example.test', displayName: 'Mara' };
const NOAH: Account = { uid: 'noah', email: 'noah@example.test', displayName: 'Noah' };

/** What a browser remembers from one page to the next. */
function rememberedVisits(): Visits {
  let known = false;
  return {
    hasSignedIn: () => known,
    note(hasSignedIn) {
      known = hasSignedIn;
    },
  };
}

function setUp(visits = rememberedVisits()) {
  let tell: (user: Account | null) => void = () => {};
  const log: string[] = [];
  const accounts: Accounts = {
    onUser: (listener) => {
      tell = listener;
    },
    register: async ({ email }) => (email === MARA.email ? 'email-in-use' : null),
    signIn: async ({ email }) => (email === MARA.email ? null : 'wrong-credentials'),
    signInWithGoogle: async () => 'popup-blocked',
    resetPassword: async (email) => (email === MARA.email ? null : email.includes('@') ? 'wrong-credentials' : 'invalid-email'),
    async signOut() {
      log.push('signed out');
      tell(null);
    },
  };
  const session = createSessionStore({ accounts, visits, forgotten: () => scope.forgotten(), signal: new AbortController().signal });
  const scope = createAccountScope({
    account: session.account,
    isSigningOut: session.isSigningOut,
    async start(uid, life) {
      log.push(`start ${uid}`);
      life.addEventListener('abort', () => log.push(`end ${uid}`));
      return {
        sync: { uid } as AccountSync,
        async forget(what) {
          log.push(`forget ${what} of ${uid}`);
        },
      };
    },
  });
  const started = (uid: string) => vi.waitFor(() => expect(scope.sync.value?.uid).toBe(uid));
  return { session, scope, log, started, tell: (user: Account | null) => tell(user) };
}

describe('the session', () => {
  test('[SESS1] is starting until the stored sign-in has been read', () => {
    const { session, tell } = setUp();
    expect(session.status.value).toBe('starting');
    tell(null);
    expect(session.status.value).toBe('signed-out');
    tell(MARA);
    expect([session.status.value, session.account.value]).toEqual(['signed-in', MARA]);
  });

  test('[SESS2] tells why somebody was not let in, and does not mind spaces around an address', async () => {
    const { session } = setUp();
    expect(await session.signIn({ email: 'nobody@example.test', password: 'x' })).toBe('wrong-credentials');
    expect(await session.signIn({ email: ` ${MARA.email} `, password: 'x' })).toBeNull();
    expect(await session.register({ ...MARA, password: 'x' })).toBe('email-in-use');
  });

  test('[SESS6] a forgotten password is reset by e-mail, and nobody learns who has an account', async () => {
    const { session } = setUp();
    expect(await session.resetPassword(` ${MARA.email}`)).toBeNull();
    expect(await session.resetPassword('nobody@example.test')).toBeNull();
    expect(await session.resetPassword('nobody')).toBe('invalid-email');
  });

  test('[SESS3] after signing out nothing of the account is left', async () => {
    const { session, scope, log, started, tell } = setUp();
    tell(MARA);
    await started('mara');
    await session.signOut();
    expect(log).toEqual(['start mara', 'signed out', 'end mara', 'forget all of mara']);
    expect(scope.sync.value).toBeNull();
  });

  test('[SESS4] another account never meets what belongs to the one before', async () => {
    const { log, started, tell } = setUp();
    tell(MARA);
    await started('mara');
    tell(NOAH);
    await started('noah');
    expect(log).toEqual(['start mara', 'end mara', 'forget cached of mara', 'start noah']);
  });

  test('[SESS4] nor does the same account, signed in again at once, lose what it queues then', async () => {
    const { session, log, started, tell } = setUp();
    tell(MARA);
    await started('mara');
    const signedOut = session.signOut();
    tell(MARA);
    await signedOut;
    await started('mara');
    expect(log).toEqual(['start mara', 'signed out', 'end mara', 'forget all of mara', 'start mara']);
  });

  test('[SESS8] who is signed out unasked keeps what was not sent', async () => {
    const { scope, log, started, tell } = setUp();
    tell(MARA);
    await started('mara');
    tell(null);
    await scope.forgotten();
    expect(log).toEqual(['start mara', 'end mara', 'forget cached of mara']);
  });

  test('[SESS5] a new name is not a new account', async () => {
    const { scope, log, started, tell } = setUp();
    tell(MARA);
    await started('mara');
    tell({ ...MARA, displayName: 'Mara Linde' });
    await scope.forgotten();
    expect(log).toEqual(['start mara']);
  });
});

describe('who is met as somebody new', () => {
  test('[SESS9] whoever comes to a browser with which nobody has signed in, a later visit included', () => {
    const visits = rememberedVisits();
    const first = setUp(visits);
    first.tell(null);
    expect(first.session.hasSignedIn()).toBe(false);
    const second = setUp(visits);
    second.tell(MARA);
    second.tell(null);
    expect([second.session.hasSignedIn(), setUp(visits).session.hasSignedIn()]).toEqual([true, true]);
  });

  test('[SESS9] whose account is no more; who has signed out is not', async () => {
    const { session, tell } = setUp();
    tell(MARA);
    await session.signOut();
    expect(session.hasSignedIn()).toBe(true);
    tell(MARA);
    await session.signOutForGood();
    expect([session.status.value, session.hasSignedIn()]).toEqual(['signed-out', false]);
  });

  test('[SESS11] who is signed out unasked, or whose account is no more, is told so until they sign in again', async () => {
    const { session, tell } = setUp();
    tell(null);
    expect(session.ended.value).toBeNull();
    tell(MARA);
    tell(null);
    expect(session.ended.value).toBe('elsewhere');
    tell(MARA);
    expect(session.ended.value).toBeNull();
    await session.signOut();
    expect(session.ended.value).toBeNull();
    tell(MARA);
    await session.signOutForGood();
    expect(session.ended.value).toBe('deleted');
  });
});
