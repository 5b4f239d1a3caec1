import type { Expense } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { openGroup } from '../../../stores/group/testing/open-group.ts';
import { follow, type StateOf } from './follow.ts';

const BRUNOS_CHANGE = '00000000-0000-4000-8000-0000000000bb';
const stateOf: StateOf<Expense> = (entity) => (entity.kind === 'expense' ? entity.state : null);

/** What the group tells of an expense that was `last` seen so. */
const after = (last: Expense | undefined, id: string, group: OpenGroup) =>
  follow(id, { now: group.rows.value.find(({ expense }) => expense.id === id)?.expense, last }, stateOf, group);

/** The oldest of three expenses, of which a snapshot brings the two newest. */
async function oldest() {
  const opened = await openGroup({ brunoHas: 3, snapshotSize: 2 });
  const { clock, group, server } = opened;
  await Promise.all([group.loadMore(), clock.advance(1000)]);
  const seen = group.rows.value.at(-1)?.expense ?? expect.fail('no such row');
  const reload = async () => {
    server.forgetBefore(server.head());
    opened.client.announce();
    await clock.advance(1000);
  };
  return { ...opened, seen, reload };
}

test('[SHEET1] what a snapshot does not reach is not deleted: it stays as it was seen, and is found again', async () => {
  const { clock, group, seen, brunoAdds, reload } = await oldest();
  brunoAdds(4);
  await reload();
  expect(group.rows.value.some(({ expense }) => expense.id === seen.id)).toBe(false);
  expect(after(seen, seen.id, group)).toEqual({ entry: seen, deletedBy: null, isCertain: false });
  expect(after(undefined, seen.id, group)).toBeUndefined();
  await Promise.all([group.loadAll(), clock.advance(1000)]);
  expect(after(undefined, seen.id, group)).toMatchObject({ entry: { id: seen.id }, deletedBy: null, isCertain: true });
});

test('[SHEET1] it is deleted where the activity says so, and known from there', async () => {
  const { clock, client, group, server, seen } = await oldest();
  server.bruno.remove(BRUNOS_CHANGE, seen.id);
  client.announce();
  await clock.advance(1000);
  const deletedBy = server.log().at(-1)?.actorId;
  expect(after(seen, seen.id, group)).toEqual({ entry: seen, deletedBy, isCertain: true });
  expect(after(undefined, seen.id, group)).toMatchObject({ entry: { id: seen.id, description: seen.description }, deletedBy });
});

test('[SHEET1] it is deleted where the whole history is without it', async () => {
  const { group } = await openGroup({ brunoHas: 1 });
  const seen = group.rows.value[0]?.expense ?? expect.fail('no such row');
  const other: Expense = { ...seen, id: BRUNOS_CHANGE };
  expect(group.isComplete.value).toBe(true);
  expect(after(other, other.id, group)).toEqual({ entry: other, deletedBy: other.updatedBy, isCertain: true });
  expect(after(undefined, other.id, group)).toBeNull();
});
