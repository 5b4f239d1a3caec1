import { aDraft, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import type { Replica } from '../replica/replica.ts';
import { createModelClient, type ModelClientOptions } from './model-client.ts';
import { createModelServer } from './model-server.ts';
import { createVirtualClock } from './virtual-clock.ts';

export const newExpense = (n: number) => ({ ...aDraft({ description: `expense ${n}` }), id: idOf(n) });

export function setUpReplica(serverOptions: Parameters<typeof createModelServer>[1] = {}, clientOptions: ModelClientOptions = {}) {
  const clock = createVirtualClock();
  const server = createModelServer(clock, serverOptions);
  const client = createModelClient(server, clock, clientOptions);
  const closed = new AbortController();
  const brunoAdds = (...ids: number[]) => {
    for (const n of ids) server.bruno.create(idOf(100_000 + n), newExpense(n));
  };
  const open = () => client.sync.open(GROUP_ID, closed.signal);
  return { clock, server, client, closed, brunoAdds, open };
}

export const idsOf = (replica: Replica) => [...(replica.confirmed()?.expenses.keys() ?? [])].sort();
export const cursorOf = (replica: Replica) => replica.confirmed()?.cursor;
