import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { isAlive, lastRunning } from '../../scripts/emulators/running.ts';
import { emulatorHome } from '../../scripts/project.ts';

/** Ends, without warning, the processes in which the functions emulator runs functions right now; it starts others. Tells how many. */
export function killFunctionProcesses(): number {
  const parents = new Set(lastRunning(emulatorHome('test'))?.children ?? []);
  const workers = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null && parents.has(Number(found[2])) && found[3]?.includes('functionsEmulatorRuntime'))
    .map((found) => Number(found?.[1]))
    .filter(isAlive);
  for (const pid of workers) process.kill(pid, 'SIGKILL');
  return workers.length;
}

/** A group as it is now: called, the answer puts it back like that; `withEpoch` begins another epoch, as docs/operations.md says of a restored back-up. */
export async function backUp(db: Firestore, groupId: string, { withEpoch }: { withEpoch: boolean }): Promise<() => Promise<void>> {
  const kept = new Map((await everythingOf(db, groupId)).map((document) => [document.ref.path, document.data]));
  return async () => {
    const now = await everythingOf(db, groupId);
    const batch = db.batch();
    for (const { ref } of now) if (!kept.has(ref.path)) batch.delete(ref);
    for (const [path, data] of kept) batch.set(db.doc(path), data);
    await batch.commit();
    if (withEpoch) await db.doc('config/epoch').update({ epoch: randomUUID() });
  };
}

async function everythingOf(db: Firestore, groupId: string): Promise<{ ref: DocumentReference; data: FirebaseFirestore.DocumentData }[]> {
  const group = db.doc(`groups/${groupId}`);
  const collections = await group.listCollections();
  const below = await Promise.all(collections.map((collection) => collection.get()));
  const beside = await Promise.all(['group-changes', 'expense-changes'].map((kind) => db.doc(`${kind}/${groupId}`).get()));
  return [await group.get(), ...beside, ...below.flatMap(({ docs }) => docs)].flatMap((document) => {
    const data = document.data();
    return data === undefined ? [] : [{ ref: document.ref, data }];
  });
}
