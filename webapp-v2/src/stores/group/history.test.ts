import { describe, expect, test } from 'vitest';
import { aDraft, aPayment, idOf } from '../../local-db/testing/samples.ts';
import { openGroup } from './testing/open-group.ts';

const lists = (calls: string[]) => calls.filter((name) => name === 'listExpenses' || name === 'listSettlements');

describe("a group's history", () => {
  test('[HIST1] what the snapshot holds wholly is complete, without another request', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 3, brunoPaid: 2 });
    expect([group.isComplete.value, group.hasMore.value]).toEqual([true, false]);
    const asked = server.calls.length;
    await Promise.all([group.loadMore(), group.loadAll(), clock.advance(1000)]);
    expect(server.calls.length).toBe(asked);
  });

  test('[HIST2] older rows come page by page, in order and without a gap', async () => {
    const { clock, group } = await openGroup({ brunoHas: 5, snapshotSize: 2 });
    expect([group.rows.value.length, group.hasMore.value, group.isComplete.value]).toEqual([2, true, false]);
    await Promise.all([group.loadMore(), clock.advance(1000)]);
    expect(group.rows.value.map(({ expense }) => expense.id)).toEqual([205, 204, 203, 202].map(idOf));
    await Promise.all([group.loadMore(), clock.advance(1000)]);
    expect([group.rows.value.length, group.hasMore.value, group.isComplete.value]).toEqual([5, false, true]);
  });

  test('[HIST3] a snapshot may not hold all payments: the list that reaches less far back goes on', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 3, brunoPaid: 55, snapshotSize: 30 });
    expect([group.settlements.value.length, group.isComplete.value]).toEqual([50, false]);
    await Promise.all([group.loadMore(), clock.advance(1000)]);
    expect([lists(server.calls), group.settlements.value.length]).toEqual([['listSettlements'], 55]);
    expect(group.isComplete.value).toBe(true);
  });

  test('[HIST4] the whole history is fetched once, however many ask for it', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 9, snapshotSize: 2 });
    server.setWeather({ delayMs: () => 100 });
    await Promise.all([group.loadMore(), group.loadAll(), group.loadAll(), group.loadMore(), clock.advance(5000)]);
    expect([group.rows.value.length, group.isComplete.value]).toEqual([9, true]);
    expect(lists(server.calls)).toHaveLength(4);
  });

  test('[HIST5] what does not arrive leaves all as it was, and can be asked for again', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 5, snapshotSize: 2 });
    server.setWeather({ fate: () => 'unheard' });
    await Promise.all([group.loadAll(), clock.advance(1000)]);
    expect([group.rows.value.length, group.hasMore.value]).toEqual([2, true]);
    server.setWeather({});
    await Promise.all([group.loadAll(), clock.advance(1000)]);
    expect(group.isComplete.value).toBe(true);
  });

  test('[HIST6] what others change while it is fetched is in it', async () => {
    const { clock, server, client, group, brunoAdds } = await openGroup({ brunoHas: 9, snapshotSize: 2 });
    server.setWeather({ delayMs: () => 100 });
    const all = group.loadAll();
    await clock.advance(150);
    server.bruno.update(idOf(900), idOf(201), { description: 'changed' });
    server.bruno.remove(idOf(901), idOf(203));
    brunoAdds(10);
    client.announce();
    await Promise.all([all, clock.advance(10_000)]);
    expect(group.rows.value.map(({ expense }) => expense.id)).toEqual([210, 209, 208, 207, 206, 205, 204, 202, 201].map(idOf));
    expect(group.rows.value.at(-1)?.expense.description).toBe('changed');
    expect([group.isComplete.value, group.drift.value]).toEqual([true, null]);
  });

  test('[HIST7] what is complete stays so over a reload of the page', async () => {
    const { clock, client, db, group } = await openGroup({ brunoHas: 9, snapshotSize: 2 });
    await Promise.all([group.loadAll(), clock.advance(5000)]);
    client.end();
    const next = await openGroup({ brunoHas: 9, snapshotSize: 2, db });
    expect([next.group.rows.value.length, next.group.isComplete.value]).toEqual([9, true]);
    expect(lists(next.server.calls)).toEqual([]);
  });

  test('[HIST8] it tells since which day no row is missing, of either kind, until all are at hand', async () => {
    const { clock, group } = await openGroup({ brunoHas: 5, snapshotSize: 2 });
    expect(group.completeSince.value).toBe(group.rows.value.at(-1)?.expense.date);
    await Promise.all([group.loadAll(), clock.advance(5000)]);
    expect(group.completeSince.value).toBe('');
  });

  test('[HIST8] an old row that arrives alone does not let the days between count as read', async () => {
    const { clock, server, client, group } = await openGroup({ brunoHas: 60, brunoPaid: 55, snapshotSize: 10 });
    const reached = group.completeSince.value;
    expect(reached).toBe(group.rows.value.at(-1)?.expense.date);
    // By a pull and as the answer to an own change; a payment is paged to as little.
    server.bruno.update(idOf(900), idOf(203), { description: 'changed' });
    group.addExpense(aDraft({ date: '2023-01-01' }));
    group.addSettlement(aPayment({ date: '2023-01-01' }));
    client.announce();
    await clock.advance(2000);
    expect(group.rows.value.map(({ expense }) => expense.date)).toContain('2023-01-01');
    expect(group.completeSince.value).toBe(reached);
    // What the reader has written stays in sight, also when it is pending no more.
    const own = group.rows.value.filter(({ expense }) => expense.date < reached && group.written.value.has(expense.id));
    expect(own.map(({ expense, pending }) => [expense.date, pending])).toEqual([['2023-01-01', false]]);
    await Promise.all([group.loadMore(), clock.advance(2000)]);
    expect(lists(server.calls)).toEqual(['listExpenses']);
    expect(group.rows.value.filter(({ expense }) => expense.date >= group.completeSince.value)).toHaveLength(20);
  });
});
