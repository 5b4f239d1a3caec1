import { buildFunctionsFor, buildPageFor } from './build.ts';
import { serveDemo } from './demo/demo.ts';
import { requireIdle } from './emulators/emulators.ts';
import { HOST } from './emulators/ports.ts';
import { runMain } from './failure.ts';
import { interruption } from './interruption.ts';

runMain(async () => {
  const interrupted = interruption();
  await requireIdle('demo');
  console.log('Building functions and page …');
  const functionsFolder = await buildFunctionsFor('demo');
  const pageFolder = await buildPageFor('demo');
  return serveDemo({ functionsFolder, pageFolder, interrupted, onReady: ({ ports }) => `http://${HOST}:${ports.hosting}` });
});
