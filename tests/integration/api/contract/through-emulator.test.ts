import { inject } from 'vitest';
import { startWatchedBackend } from '../../../support/backend.ts';
import { describeContract } from './describe-contract.ts';
import { createExhausted } from './exhaustion.ts';
import { UNPROVOKED } from './provoke.ts';

// The endpoint table once more through hosting and the functions emulator, where others have read the request before the app does. One call after
// another: the emulator would give concurrent ones a process each.

const { pageUrl: origin, host, ports } = inject('emulators');

/** What the scenes' writes would set off is tested elsewhere, and keeps the machine busier than the calls do. */
async function turnTriggers(to: 'enable' | 'disable'): Promise<void> {
  const answer = await fetch(`http://${host}:${ports.hub}/functions/${to}BackgroundTriggers`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`The emulators did not ${to} the triggers: ${answer.status}`);
}

describeContract(async () => {
  const backend = await startWatchedBackend();
  await turnTriggers('disable');
  const sendExhausted = createExhausted(backend);
  return {
    backend,
    send: (name, { isHurried, ...call }) => (isHurried ? sendExhausted(name, call) : backend.send(name, { ...call, origin } as never)),
    async close() {
      await turnTriggers('enable');
      await backend.close();
    },
  };
}, UNPROVOKED);
