import { rmSync } from 'node:fs';
import { DEMO_DATA } from './demo/demo.ts';
import { isAlive, lastRunning } from './emulators/running.ts';
import { Explained, runMain } from './failure.ts';
import { emulatorHome } from './project.ts';

runMain(async () => {
  const running = lastRunning(emulatorHome('demo'));
  if (running !== undefined && isAlive(running.owner)) {
    throw new Explained(
      'The demo is running and would write its data back: stop it with Ctrl-C first, then run `npm run reset-demo` again.',
    );
  }
  rmSync(DEMO_DATA, { recursive: true, force: true });
  console.log('The demo data is gone; the next `npm start` creates it anew.');
  return 0;
});
