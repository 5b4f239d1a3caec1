import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { ReadEpoch } from '../services/ports.ts';
import { commitBatch } from './commit.ts';
import { SCHEMA_VERSION } from './documents.ts';
import { paths } from './paths.ts';
import { remembered } from './remembered.ts';

interface EpochDeps {
  now(): number;
  newId(): string;
}

/** How long an instance may go on telling the old epoch after a back-up was restored. */
const REMEMBERED_MS = 60_000;

/** Reads the id of the database's history, and gives it one where it has none. */
export function createEpochReader(db: Firestore, { now, newId }: EpochDeps): ReadEpoch {
  const ref = paths(db).epoch();

  const read = async (): Promise<string> => {
    const stored = await ref.get();
    if (stored.exists) return z.string().parse(stored.get('epoch'));
    await commitBatch(db.batch().create(ref, { epoch: newId(), createdAt: now(), schemaVersion: SCHEMA_VERSION }));
    return read();
  };

  return remembered(read, REMEMBERED_MS, now);
}

/** How long the answer of a probe is good for: anybody may ask, and Firestore is asked once for all of them. */
const PROBED_MS = 1_000;

/** Tells by the smallest read there is whether Firestore answers. */
export function createProbe(db: Firestore, now: () => number): () => Promise<boolean> {
  const probe = () => paths(db).epoch().get();
  return remembered(
    () =>
      probe().then(
        () => true,
        () => false,
      ),
    PROBED_MS,
    now,
  );
}
