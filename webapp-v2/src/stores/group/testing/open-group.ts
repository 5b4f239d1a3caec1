import { signal } from '@preact/signals';
import type { LocalDb } from '../../../local-db/local-db.ts';
import { createMemoryDb } from '../../../local-db/memory-db.ts';
import { aDraft, aPayment, GROUP_ID, idOf } from '../../../local-db/testing/samples.ts';
import type { AccountSync } from '../../../sync/account-sync.ts';
import { createModelClient } from '../../../sync/testing/model-client.ts';
import { createModelServer } from '../../../sync/testing/model-server.ts';
import { createVirtualClock } from '../../../sync/testing/virtual-clock.ts';
import { createOpenGroup } from '../open-group.ts';

interface OpenGroupOptions {
  /** Expenses 201, 202, … that Bruno has made already, on days in that order. */
  brunoHas?: number;
  /** Payments 301, 302, … of his, likewise. */
  brunoPaid?: number;
  /** Rows a page, of the snapshot's expenses and of the lists. */
  snapshotSize?: number;
  /** Entries a page, of a pull and of the feed. */
  pageSize?: number;
  /** Whether the group simplifies its debts. */
  simplify?: boolean;
  db?: LocalDb;
}

/** A day of 2024, for amounts of days that fit no month. */
const day = (n: number): string => new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10);

/** Anna has the group open; Bruno is the model server's other member. */
export async function openGroup({ brunoHas = 0, brunoPaid = 0, simplify = true, db = createMemoryDb(), ...sizes }: OpenGroupOptions = {}) {
  const clock = createVirtualClock();
  const server = createModelServer(clock, sizes);
  const brunoAdds = (n: number) => server.bruno.create(idOf(100 + n), { ...aDraft({ date: day(n) }), id: idOf(200 + n) });
  const brunoPays = (n: number) => server.bruno.pay(idOf(5000 + n), { ...aPayment({ date: day(n) }), id: idOf(300 + n) });
  if (!simplify) server.bruno.setSimplify(idOf(99), false);
  for (let n = 1; n <= brunoHas; n++) brunoAdds(n);
  for (let n = 1; n <= brunoPaid; n++) brunoPays(n);
  const client = createModelClient(server, clock, { db });
  const sync = signal<AccountSync | null>(client.sync);
  const logged: unknown[] = [];
  const log = (event: string, fields: object) => void logged.push([event, fields]);
  const group = createOpenGroup({ sync, origin: 'https://split.test', log }, GROUP_ID);
  await clock.advance(1000);
  return { clock, server, client, sync, db, group, logged, brunoAdds, brunoPays };
}
