import type { Auth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import type { AccountStore, DeleteSignIn, DepartureReader } from '../services/ports.ts';
import { commitBatch, revisionOf, timestampOf } from './commit.ts';
import { decodeAccount, decodeReceipt, encodeReceipt, isTombstone, SCHEMA_VERSION } from './documents.ts';
import { paths } from './paths.ts';
import { queries } from './queries.ts';
import { departure } from './shapes.ts';

const FORGOTTEN_AT_ONCE = 400;

export function createAccountStore(db: Firestore): AccountStore {
  const at = paths(db);
  return {
    get: async (userId) => decodeAccount(await at.user(userId).get()),

    async isDeleted(userId) {
      const [account] = await db.getAll(at.user(userId), { fieldMask: ['deletion'] });
      return account !== undefined && isTombstone(account);
    },

    async read(userId, mutationId) {
      const [account, receipt] = await db.getAll(at.user(userId), at.receipt(userId, mutationId));
      return {
        account: account ? decodeAccount(account) : null,
        revision: account?.updateTime ? revisionOf(account.updateTime) : null,
        receipt: receipt ? decodeReceipt(receipt) : null,
      };
    },

    commit({ account: { profile, deletion }, revision, mutationId, receipt }) {
      const ref = at.user(profile.userId);
      const document = { ...profile, deletion, schemaVersion: SCHEMA_VERSION };
      const batch = db.batch();
      if (revision === null) batch.create(ref, document);
      else batch.update(ref, document, { lastUpdateTime: timestampOf(revision) });
      batch.create(at.receipt(profile.userId, mutationId), encodeReceipt(receipt));
      return commitBatch(batch);
    },

    async forgetTraces(userId) {
      for (const traces of [at.departures(userId), at.receipts(userId)]) {
        for (let isEmpty = false; !isEmpty; ) {
          const { docs } = await traces.limit(FORGOTTEN_AT_ONCE).select().get();
          const batch = db.batch();
          for (const { ref } of docs) batch.delete(ref);
          if (docs.length > 0) await batch.commit();
          isEmpty = docs.length < FORGOTTEN_AT_ONCE;
        }
      }
    },
  };
}

export function createDepartureReader(db: Firestore): DepartureReader {
  return {
    async since(userId, { at: time, id }, limit) {
      const ordered = queries(db).departures(userId).limit(limit);
      const { docs } = await (id === null ? ordered.startAt(time) : ordered.startAfter(time, id)).get();
      return docs.map((snapshot) => departure.parse(snapshot.data()));
    },
  };
}

/** Deletes what somebody signs in with. Deleted already is as good. */
export function createSignInDeleter(auth: Auth): DeleteSignIn {
  return async (userId) => {
    try {
      await auth.deleteUser(userId);
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'auth/user-not-found')) throw cause;
    }
  };
}
