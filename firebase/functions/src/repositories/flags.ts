import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { ReadFlags } from '../services/ports.ts';
import { paths } from './paths.ts';
import { remembered } from './remembered.ts';

/** How long a switched flag may take to reach an instance. */
const REMEMBERED_MS = 60_000;

const stored = z.object({ flags: z.record(z.string(), z.union([z.boolean(), z.number().min(0).max(100)])) });

/** What operators wrote into `config/flags`; nothing where they wrote nothing, or something else. */
export function createFlagReader(db: Firestore, now: () => number): ReadFlags {
  const read = async () => stored.safeParse((await paths(db).flags().get()).data()).data?.flags ?? {};
  return remembered(read, REMEMBERED_MS, now);
}
