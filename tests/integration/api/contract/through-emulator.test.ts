import { inject } from 'vitest';
import { startWatchedBackend } from '../../../support/backend.ts';
import { describeContract } from './describe-contract.ts';
import { createExhausted } from './exhaustion.ts';
import { UNPROVOKED } from './provoke.ts';

// The endpoint table once more through hosting and the functions emulator, where others have read the request before the app does. One call after
// another: the emulator would give concurrent ones a process each.

const { pageUrl: origin } = inject('emulators');

describeContract(async () => {
  const backend = await startWatchedBackend();
  const sendExhausted = createExhausted(backend);
  return {
    backend,
    send: (name, { isHurried, ...call }) => (isHurried ? sendExhausted(name, call) : backend.send(name, { ...call, origin } as never)),
    close: () => backend.close(),
  };
}, UNPROVOKED);
