import { minor } from '@splitifyd/shared/domain';
import { describe, expect, test } from 'vitest';
import { ANNA, BRUNO, GROUP_ID } from '../../local-db/testing/samples.ts';
import { openGroup } from './testing/open-group.ts';

const WRONG = { EUR: { [ANNA]: minor(1), [BRUNO]: minor(-1) } };
const snapshots = (calls: string[]) => calls.filter((name) => name === 'pullChanges').length;

describe('the watch over balances', () => {
  test('[DRIFT1][INV1] finds nothing while the balances are what the history gives', async () => {
    const { clock, client, group, brunoAdds, brunoPays } = await openGroup({ brunoHas: 9, snapshotSize: 4 });
    await Promise.all([group.loadAll(), clock.advance(1000)]);
    brunoAdds(10);
    brunoPays(1);
    client.announce();
    await clock.advance(1000);
    expect([group.isComplete.value, group.drift.value]).toEqual([true, null]);
  });

  test('[DRIFT2] tells the log of a difference, without amounts, and fetches the group anew, once', async () => {
    const { clock, server, client, group, logged, brunoAdds } = await openGroup({ brunoHas: 1 });
    const asked = snapshots(server.calls);
    server.ledger.corrupt(WRONG);
    brunoAdds(2);
    client.announce();
    await clock.advance(1000);
    const recomputed = { [ANNA]: 1000, [BRUNO]: -1000 };
    expect(group.drift.value).toEqual({ cursor: 3, currency: 'EUR', held: { [ANNA]: 501, [BRUNO]: -501 }, recomputed });
    expect(snapshots(server.calls)).toBe(asked + 2);
    brunoAdds(3);
    client.announce();
    await clock.advance(1000);
    expect(snapshots(server.calls)).toBe(asked + 3);
    expect(logged).toEqual([['balances.drift', { groupId: GROUP_ID, cursor: 3, currency: 'EUR' }]]);
  });

  test('[DRIFT3] says nothing of what it cannot know: part of the history is not at hand', async () => {
    const { clock, server, client, group, brunoAdds } = await openGroup({ brunoHas: 5, snapshotSize: 2 });
    server.ledger.corrupt(WRONG);
    brunoAdds(6);
    client.announce();
    await clock.advance(1000);
    expect(group.drift.value).toBeNull();
  });

  test('[BAL5] the explanation of a balance is complete as soon as the history is', async () => {
    const { clock, group } = await openGroup({ brunoHas: 9, brunoPaid: 1, snapshotSize: 2 });
    expect(group.explain(ANNA, 'EUR').total.effect).not.toBe(group.balances.value.EUR?.[ANNA]);
    await Promise.all([group.loadAll(), clock.advance(1000)]);
    const { total, entries } = group.explain(ANNA, 'EUR');
    expect([total.effect, entries.length]).toEqual([group.balances.value.EUR?.[ANNA], 10]);
  });
});
