/** A query of Firestore as plain data, so that who listens needs no SDK. */
export interface LiveQuery {
  collection: string;
  /** Conditions that all hold; `DOCUMENT_ID` stands for the document's id. */
  where: readonly { field: string; is: '==' | 'array-contains'; value: string }[];
  newestBy?: string;
  limit?: number;
}

export const DOCUMENT_ID = '__name__';

export interface LiveDocument {
  id: string;
  /** What announces a change: `seq`, and `priority` where it has one. */
  data: Record<string, unknown>;
}

export interface LiveQueryObserver {
  /** `fromCache`: the connection is not (or no longer) there, so the documents may be old or missing. */
  onDocuments(documents: readonly LiveDocument[], fromCache: boolean): void;
  /** The listener has ended. `permission-denied` is an answer of the rules, no failure of the transport. */
  onEnd(reason: 'permission-denied' | 'failed'): void;
}

/** Listens until the returned function is called. */
export type Listen = (query: LiveQuery, observer: LiveQueryObserver) => () => void;
