import { deleteApp, initializeApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  documentId,
  initializeFirestore,
  limit,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  type QueryConstraint,
  query,
  where,
} from 'firebase/firestore';
import { HOST } from '../scripts/emulators/ports.ts';
import { DOCUMENT_ID, type Listen, type LiveQuery } from '../webapp-v2/src/platform/live-query.ts';
import type { Stage } from './stage.ts';

interface CountedListen {
  listen: Listen;
  /** Billed reads since the last call, by collection: a document that was added or changed, and an answer that finds nothing. */
  take(): Map<string, number>;
  close(): Promise<void>;
}

/** Firestore's own listeners, as the page has them, in this process. The rules read nothing besides the documents themselves. */
export function startCountedListen({ projectId, ports }: Stage, uid: string): CountedListen {
  const app = initializeApp({ projectId, apiKey: 'demo' }, `listener of ${uid}`);
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() });
  connectFirestoreEmulator(firestore, HOST, ports.firestore, { mockUserToken: { sub: uid } });
  let counted = new Map<string, number>();
  const add = (name: string, reads: number) => counted.set(name, (counted.get(name) ?? 0) + reads);

  return {
    listen(live, { onDocuments, onEnd }) {
      let isAnswered = false;
      return onSnapshot(
        query(collection(firestore, live.collection), ...constraintsOf(live)),
        { includeMetadataChanges: true },
        (snapshot) => {
          const { fromCache } = snapshot.metadata;
          const delivered = snapshot.docChanges().filter(({ type }) => type !== 'removed').length;
          const isEmptyAnswer = !isAnswered && !fromCache && snapshot.empty;
          add(live.collection, isEmptyAnswer ? 1 : delivered);
          isAnswered ||= !fromCache;
          const documents = snapshot.docs.map((document) => ({ id: document.id, data: document.data() }));
          onDocuments(documents, fromCache);
        },
        (error) => onEnd(error.code === 'permission-denied' ? 'permission-denied' : 'failed'),
      );
    },
    take() {
      const taken = counted;
      counted = new Map();
      return taken;
    },
    close: () => deleteApp(app),
  };
}

function constraintsOf({ where: conditions, newestBy, limit: most }: LiveQuery): QueryConstraint[] {
  return [
    ...conditions.map(({ field, is, value }) => where(field === DOCUMENT_ID ? documentId() : field, is, value)),
    ...(newestBy === undefined ? [] : [orderBy(newestBy, 'desc')]),
    ...(most === undefined ? [] : [limit(most)]),
  ];
}
