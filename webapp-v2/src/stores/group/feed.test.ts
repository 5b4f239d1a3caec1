import { describe, expect, test } from 'vitest';
import { aDraft, idOf } from '../../local-db/testing/samples.ts';
import { openGroup } from './testing/open-group.ts';

const seqs = ({ activity }: Awaited<ReturnType<typeof openGroup>>['group']) => activity.value.map(({ seq }) => seq);
const downFrom = (newest: number, oldest: number) => Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index);

describe("a group's feed", () => {
  test('[FEED1] goes on from what is there to the beginning, newest first and without a gap', async () => {
    const { clock, group } = await openGroup({ brunoHas: 70, pageSize: 30 });
    expect([seqs(group), group.hasMoreActivity.value]).toEqual([downFrom(71, 22), true]);
    await Promise.all([group.loadMoreActivity(), group.loadMoreActivity(), clock.advance(1000)]);
    expect(seqs(group)).toEqual(downFrom(71, 12));
    await Promise.all([group.loadMoreActivity(), clock.advance(1000)]);
    expect([seqs(group), group.hasMoreActivity.value]).toEqual([downFrom(71, 2), false]);
  });

  test('[FEED2] what happens meanwhile joins at its front, and older entries stay', async () => {
    const { clock, client, group, brunoAdds } = await openGroup({ brunoHas: 70, pageSize: 100 });
    const older = group.loadMoreActivity();
    brunoAdds(71);
    client.announce();
    await Promise.all([older, clock.advance(1000)]);
    expect(seqs(group)).toEqual(downFrom(72, 2));
  });

  test('[FEED3] a page that does not arrive can be asked for again', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 70 });
    server.setWeather({ fate: () => 'unheard' });
    await Promise.all([group.loadMoreActivity(), clock.advance(1000)]);
    expect([seqs(group).length, group.hasMoreActivity.value]).toEqual([50, true]);
    server.setWeather({});
    await Promise.all([group.loadMoreActivity(), clock.advance(1000)]);
    expect(seqs(group)).toEqual(downFrom(71, 2));
  });

  test('[FEED4] after a snapshot that leaves a gap it begins anew', async () => {
    const { clock, server, client, group, brunoAdds } = await openGroup({ brunoHas: 3 });
    for (let n = 4; n <= 100; n++) brunoAdds(n);
    server.forgetBefore(50);
    client.announce();
    await clock.advance(1000);
    expect(seqs(group)).toEqual(downFrom(101, 52));
    server.restore('epoch-2');
    server.bruno.create(idOf(1), { ...aDraft(), id: idOf(2) });
    client.announce();
    await Promise.all([client.sync.list.check(), clock.advance(310_000)]);
    expect(seqs(group)).toEqual([2]);
  });
});
