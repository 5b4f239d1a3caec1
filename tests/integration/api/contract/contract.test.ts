import { startBackend } from '../../../support/backend.ts';
import { describeContract } from './describe-contract.ts';
import { UNPROVOKED } from './provoke.ts';

// The endpoint table on plain Node: the app in this process.

/** An instance that grants next to nothing. */
const THRIFTY = { readsPerMinute: 0.5, mutationsPerMinute: 0.5, strangersPerMinute: 0.5 };

describeContract(async () => {
  const [backend, thrifty] = await Promise.all([startBackend(), startBackend({}, { rateLimits: THRIFTY })]);
  return {
    backend,
    send: (name, { isHurried, ...call }) => (isHurried ? thrifty : backend).send(name, call as never),
    close: () => Promise.all([backend.close(), thrifty.close()]),
  };
}, UNPROVOKED);
