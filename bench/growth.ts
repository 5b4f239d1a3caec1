import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import type { Person } from '../scripts/demo/person.ts';
import type { CountedApi } from './counted-api.ts';
import { type Figure, median, timed } from './figure.ts';
import { grow } from './grow.ts';
import { expenseBody, type GroupHandle } from './ledger.ts';

const SIZES = [10, 100, 1_000, 10_000] as const;
const RUNS = 25;
/** 10,000 expenses against 100: flat, with room for the noise of the machine. */
const FLAT = 2;

/**
 * What requests cost in groups of 10 to 10,000 expenses: it must not depend on the size. The emulator, unlike Firestore, looks through
 * a whole collection for every ordered query, so times are told beside those of the bare query of the same run.
 */
export async function measureGrowth(api: CountedApi, writer: Person): Promise<Figure[]> {
  const requests: [string, (group: GroupHandle) => Promise<unknown>][] = [
    ['post of an expense', (group) => post(writer, group)],
    ['first page of expenses', ({ id }) => writer.call('listExpenses', { params: { groupId: id }, query: { limit: 50 } })],
    ['snapshot', ({ id }) => writer.call('pullChanges', { params: { groupId: id } })],
    ['bare query of 50 expenses', ({ id }) => bareQuery(api.db, id)],
  ];
  const groups: { size: number; group: GroupHandle }[] = [];
  for (const size of SIZES) groups.push({ size, group: await grow(writer, api.db, size) });

  const figures: Figure[] = [];
  for (const [what, send] of requests) {
    const reads = new Map<number, number>();
    const medians = new Map<number, number>();
    for (const { size, group } of groups) {
      medians.set(size, median(await timed(RUNS, 5, () => send(group))));
      api.take();
      await send(group);
      reads.set(size, api.take().reads);
      figures.push({ what: `${size.toLocaleString('en')} expenses: ${what}, median`, value: medians.get(size) ?? Number.NaN, unit: 'ms' });
    }
    const growth = (of: Map<number, number>) => (of.get(10_000) ?? Number.NaN) / (of.get(100) ?? Number.NaN);
    figures.push({ what: `10,000 expenses against 100: ${what}, Firestore reads`, value: growth(reads), unit: '×', budget: 1 });
    const isFlat = what === 'post of an expense';
    figures.push({
      what: `10,000 expenses against 100: ${what}, time`,
      value: growth(medians),
      unit: '×',
      ...(isFlat && { budget: FLAT }),
    });
  }
  return figures;
}

const post = (writer: Person, group: GroupHandle) =>
  writer.call('createExpense', { params: { groupId: group.id }, body: expenseBody(group, randomUUID(), 'One more') });

const bareQuery = (db: Firestore, groupId: string) =>
  db
    .collection(`groups/${groupId}/expenses`)
    .where('deletedAt', '==', null)
    .orderBy('date', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(51)
    .get();
