import { mkdirSync } from 'node:fs';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { buildFunctionsFor, buildPageFor, pageFolderOf } from '../../scripts/build.ts';
import { requireIdle, startEmulators } from '../../scripts/emulators/emulators.ts';
import { fromEnvironment, HANDED_OVER, type TestEmulators, testEmulators } from './test-emulators.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    emulators: TestEmulators;
  }
}

/**
 * One emulator suite for all projects of a run: started by the first that needs it, handed to the others (and from `npm test` to its
 * suites) through the environment, stopped by whoever started it. A suite begins without the documents of those before it: the
 * emulator looks through whole collections at every query.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const handedOver = fromEnvironment();
  if (handedOver === undefined) await requireIdle('test');
  if (project.name === 'e2e' && !handedOver?.pageBuilt) await buildPageFor('test');
  if (handedOver !== undefined) {
    await forgetDocuments(handedOver);
    project.provide('emulators', handedOver);
    return async () => {};
  }
  const pageFolder = pageFolderOf('test');
  mkdirSync(pageFolder, { recursive: true });
  const running = await startEmulators({
    suite: 'test',
    functionsFolder: await buildFunctionsFor('test'),
    pageFolder,
    onProgress: (line) => console.log(line),
  });
  const emulators = testEmulators(running, { pageBuilt: project.name === 'e2e' });
  process.env[HANDED_OVER] = JSON.stringify(emulators);
  project.provide('emulators', emulators);
  return () => {
    delete process.env[HANDED_OVER];
    return running.stop();
  };
}

/** Of all documents only the epoch stays: function processes that tell it from memory and new ones would disagree about it. */
async function forgetDocuments({ host, ports, projectId }: TestEmulators): Promise<void> {
  const database = `projects/${projectId}/databases/(default)/documents`;
  const epoch = `http://${host}:${ports.firestore}/v1/${database}/config/epoch`;
  const headers = { authorization: 'Bearer owner' };
  const kept = await fetch(epoch, { headers });
  const { ok, status } = await fetch(`http://${host}:${ports.firestore}/emulator/v1/${database}`, { method: 'DELETE' });
  if (!ok) throw new Error(`The Firestore emulator did not forget its documents: ${status}`);
  if (kept.ok) await fetch(epoch, { method: 'PATCH', headers, body: await kept.text() });
}
