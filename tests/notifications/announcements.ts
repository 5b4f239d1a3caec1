import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { onTestFinished } from 'vitest';
import type { NotificationKind } from '../../packages/shared/src/contract/index.ts';

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Longest that a test waits for what must come; the emulator may have to start a process first. */
const PATIENCE_MS = 20_000;

/** Follows one notification document until the test ends and keeps every state it was seen in. */
export function follow(db: Firestore, kind: NotificationKind, groupId: string) {
  const seen: DocumentData[] = [];
  let changed = () => {};
  const stop = db
    .collection(kind)
    .doc(groupId)
    .onSnapshot((snapshot) => {
      const data = snapshot.data();
      if (data !== undefined) seen.push(data);
      changed();
    });

  // Not sooner: the emulator may refuse a write that comes while a listener is on its way out.
  onTestFinished(stop);

  return {
    seen,
    /** Waits for a notification that covers `seq`. @throws when none comes */
    async covering(seq: number): Promise<DocumentData> {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = seen.find((notification) => notification.seq >= seq);
        if (found !== undefined) return found;
        if (Date.now() > deadline) throw new Error(`no ${kind} covers ${seq}; seen: ${seen.map((notification) => notification.seq)}`);
        await Promise.race([pause(100), new Promise<void>((resolve) => (changed = resolve))]);
      }
    },
  };
}
