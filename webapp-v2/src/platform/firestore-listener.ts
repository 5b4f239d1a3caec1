import type { FirebaseApp } from 'firebase/app';
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
import { parseEmulators } from './config.ts';
import { DOCUMENT_ID, type Listen, type LiveQuery } from './live-query.ts';

/** Firestore's listeners. The SDK is heavy: load this module when the page has been painted. */
export function startFirestore(app: FirebaseApp): Listen {
  // What lasts is kept in our own database, with a cursor; a second durable copy would only disagree with it.
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (import.meta.env.VITE_EMULATORS) {
    const { hostname, port } = new URL(`http://${parseEmulators(import.meta.env.VITE_EMULATORS).firestore}`);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }

  return (live, { onDocuments, onEnd }) =>
    onSnapshot(
      query(collection(firestore, live.collection), ...constraintsOf(live)),
      { includeMetadataChanges: true },
      (snapshot) =>
        onDocuments(
          // Two fields of a document that may hold a hundred members: the rest is the pull's to bring.
          snapshot.docs.map((document) => ({ id: document.id, data: { seq: document.get('seq'), priority: document.get('priority') } })),
          snapshot.metadata.fromCache,
        ),
      (error) => onEnd(error.code === 'permission-denied' ? 'permission-denied' : 'failed'),
    );
}

function constraintsOf(live: LiveQuery): QueryConstraint[] {
  const constraints: QueryConstraint[] = live.where.map(({ field, is, value }) =>
    where(field === DOCUMENT_ID ? documentId() : field, is, value),
  );
  if (live.newestBy !== undefined) constraints.push(orderBy(live.newestBy, 'desc'));
  if (live.limit !== undefined) constraints.push(limit(live.limit));
  return constraints;
}
