import { build } from 'esbuild';
import { inProject } from '../scripts/project.ts';

/** The reference of the live latency: nothing but the Firestore SDK and one listener, as a script for a page. */
export async function bareListenerScript(): Promise<string> {
  const bundle = await build({
    stdin: { contents: SOURCE, resolveDir: inProject('bench'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    minify: true,
  });
  return bundle.outputFiles[0]?.text ?? '';
}

const SOURCE = `
import { initializeApp } from 'firebase/app';
import { initializeAuth, connectAuthEmulator, signInWithEmailAndPassword } from 'firebase/auth';
import { initializeFirestore, connectFirestoreEmulator, collection, query, where, documentId, onSnapshot } from 'firebase/firestore';

window.listenBare = async ({ projectId, auth, firestoreHost, firestorePort, email, password, groupId }) => {
  const app = initializeApp({ projectId, apiKey: 'demo' });
  const identity = initializeAuth(app);
  connectAuthEmulator(identity, auth, { disableWarnings: true });
  const { user } = await signInWithEmailAndPassword(identity, email, password);
  const db = initializeFirestore(app, {});
  connectFirestoreEmulator(db, firestoreHost, firestorePort);
  window.seenAt = {};
  const own = query(collection(db, 'groups'), where(documentId(), '==', groupId), where('userIds', 'array-contains', user.uid));
  await new Promise((ready, refuse) => onSnapshot(own, (snapshot) => {
    const seq = snapshot.docs[0]?.data().seq;
    if (seq !== undefined) requestAnimationFrame(() => { window.seenAt[seq] ??= performance.timeOrigin + performance.now(); });
    ready();
  }, refuse));
};
`;
