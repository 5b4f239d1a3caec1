import { setTimeout as sleep } from 'node:timers/promises';
import type { Firestore } from 'firebase-admin/firestore';

const LOOK_EVERY_MS = 250;
/** Triggers of the last change may still find nothing to announce, and windows may still have to end. */
const CALM_MS = 2_000;
const PATIENCE_MS = 60_000;

/** Resolves when the triggers have announced all there is of these groups. @throws Error when they do not get there */
export async function untilAnnounced(firestore: Firestore, groupIds: readonly string[]): Promise<void> {
  const groups = groupIds.map((id) => firestore.doc(`groups/${id}`));
  const notifications = groupIds.map((id) => firestore.doc(`group-changes/${id}`));
  const lateAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const heads = await firestore.getAll(...groups, { fieldMask: ['seq'] });
    const announced = await firestore.getAll(...notifications, { fieldMask: ['seq'] });
    if (heads.every((head, index) => announced[index]?.get('seq') === head.get('seq'))) return sleep(CALM_MS);
    if (Date.now() > lateAt) throw new Error('the triggers did not announce what was written');
    await sleep(LOOK_EVERY_MS);
  }
}
