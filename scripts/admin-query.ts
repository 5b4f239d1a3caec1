import { FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import { DOCUMENT_ID, type LiveQuery } from '../webapp-v2/src/platform/live-query.ts';

/** What a page listens to, as the server's SDK would ask for it. */
export function adminQueryOf(db: Firestore, { collection, where, newestBy, limit }: LiveQuery): Query {
  let query: Query = db.collection(collection);
  for (const { field, is, value } of where) query = query.where(field === DOCUMENT_ID ? FieldPath.documentId() : field, is, value);
  if (newestBy !== undefined) query = query.orderBy(newestBy, 'desc');
  return limit === undefined ? query : query.limit(limit);
}
