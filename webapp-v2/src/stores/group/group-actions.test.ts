import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { ANNA, aDraft, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { ApiProblem } from '../../sync/api-error.ts';
import { openGroup } from './testing/open-group.ts';

/** Waits for an answer while time passes. */
const inTime = async <T>(clock: { advance(ms: number): Promise<void> }, answer: Promise<T>): Promise<T> => {
  await clock.advance(10_000);
  return answer;
};

describe('what is done to a group', () => {
  test('[ACT1] an edit waits for the server, and its answer is shown without a pull', async () => {
    const { clock, server, group } = await openGroup();
    server.calls.length = 0;
    const edited = await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1));
    expect(edited).toMatchObject({ ok: true, value: { name: 'Cabin', version: 2 } });
    expect([group.group.value?.name, server.calls]).toEqual(['Cabin', ['updateGroup']]);
  });

  test('[ACT2] an answer that is lost leads to no second effect', async () => {
    const { clock, server, group } = await openGroup();
    let left = 2;
    server.setWeather({ fate: () => (left-- > 0 ? 'unanswered' : 'answered') });
    expect(await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1))).toMatchObject({ ok: true });
    expect([group.group.value?.version, server.log().length]).toEqual([2, 1]);
  });

  test('[ACT3][INV9] an edit of settings that somebody else has changed meanwhile is refused, and theirs is fetched', async () => {
    const { clock, server, group } = await openGroup();
    server.bruno.setSimplify(idOf(900), false);
    expect(await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1))).toEqual({ ok: false, code: 'stale-version' });
    expect(group.group.value).toMatchObject({ name: 'Cabin weekend', settings: { simplifyDebts: false } });
  });

  test('[ACT3][INV9] so is an edit in a form that was open while theirs arrived', async () => {
    const { clock, server, client, group } = await openGroup();
    server.bruno.setSimplify(idOf(900), false);
    client.announce();
    await clock.advance(1000);
    expect(group.group.value?.version).toBe(2);
    expect(await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1))).toEqual({ ok: false, code: 'stale-version' });
    expect(server.group().name).toBe('Cabin weekend');
  });

  test('[ACT4] without a connection nothing is queued, and the user is told', async () => {
    const { clock, server, group } = await openGroup();
    server.setWeather({ fate: () => 'unheard' });
    expect(await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1))).toEqual({ ok: false, code: 'offline' });
    server.setWeather({});
    await clock.advance(60_000);
    expect(server.group().name).toBe('Cabin weekend');
  });

  test('[ACT4] who would have to wait for long is told so, and who would not is waited for', async () => {
    const { clock, server, group } = await openGroup();
    const refusals = [7000, 3000];
    server.setWeather({ refusal: () => (refusals.length > 0 ? new ApiProblem(429, 'rate-limited', undefined, refusals.shift()) : null) });
    expect(await inTime(clock, group.updateGroup({ name: 'Cabin' }, 1))).toEqual({ ok: false, code: 'rate-limited' });
    server.calls.length = 0;
    const renamed = group.updateGroup({ name: 'Cabin' }, 1);
    await clock.advance(2999);
    expect(server.calls).toEqual(['updateGroup']);
    await clock.advance(1);
    expect(await renamed).toMatchObject({ ok: true });
  });

  test('[ACT5] [FLOW4] who leaves is rid of the group: on screen, in the list and in this browser', async () => {
    const { clock, client, db, group } = await openGroup({ brunoHas: 1 });
    group.drafts.keep('new', { description: 'Fire' });
    let wasAlarmed = false;
    const stop = effect(() => {
      if (group.status.value === 'gone' && !group.isLeaving.value) wasAlarmed = true;
    });
    expect(await inTime(clock, group.leave())).toEqual({ ok: true, value: null });
    stop();
    expect(wasAlarmed).toBe(false);
    expect([group.status.value, group.group.value, client.sync.list.groups()]).toEqual(['gone', null, []]);
    expect([await db.readGroup(GROUP_ID), await db.countDrafts()]).toEqual([null, 0]);
  });

  test('[ACT6] a refusal says why, and changes nothing', async () => {
    const { clock, server, group } = await openGroup({ brunoHas: 1 });
    const [other] = Object.keys(group.group.value?.members ?? {}).filter((id) => id !== ANNA);
    expect(await inTime(clock, group.removeMember(other ?? ''))).toEqual({ ok: false, code: 'balance-open' });
    expect(group.status.value).toBe('ready');
    server.setWeather({ refusal: () => new ApiProblem(409, 'balance-open') });
    expect(await inTime(clock, group.leave())).toEqual({ ok: false, code: 'balance-open' });
    expect([group.status.value, group.isLeaving.value]).toEqual(['ready', false]);
  });

  test('[ACT7] who presses again after a lost answer adds one member; the same name later is another one', async () => {
    const { clock, server, group } = await openGroup();
    const named = () => Object.values(server.group().members).filter(({ displayName }) => displayName === 'Cleo').length;
    server.setWeather({ fate: () => 'unanswered' });
    expect(await inTime(clock, group.addMember('Cleo'))).toEqual({ ok: false, code: 'offline' });
    server.setWeather({});
    expect(await inTime(clock, group.addMember('Cleo'))).toMatchObject({ ok: true });
    expect(named()).toBe(1);
    expect(await inTime(clock, group.addMember('Cleo'))).toMatchObject({ ok: true });
    expect(named()).toBe(2);
  });
});

describe('half-typed forms', () => {
  test('[DRAFT2] outlive the page, and are gone when they are dropped', async () => {
    const { clock, client, db, group } = await openGroup();
    group.drafts.keep('new', { description: 'F' });
    group.drafts.keep('new', { description: 'Fi' });
    group.drafts.keep('new', { description: 'Fire' });
    group.drafts.keep(idOf(1), { description: 'Logs' });
    group.drafts.keep(idOf(1), { description: 'Logs!' });
    group.drafts.drop(idOf(1));
    await clock.advance(10);
    client.end();
    const next = await openGroup({ db });
    expect([...(await next.group.drafts.read())]).toEqual([['new', { description: 'Fire' }]]);
  });

  test('[DRAFT1] stay when the group is gone for whoever is taken out of it, and can be read there', async () => {
    const { clock, server, client, group } = await openGroup();
    group.drafts.keep('new', { description: 'Fire' });
    server.removeAnna();
    client.announce();
    await clock.advance(310_000);
    group.drafts.keep('settings', { name: 'Flat' });
    expect(group.status.value).toBe('gone');
    expect([...(await group.drafts.read()).keys()].sort()).toEqual(['new', 'settings']);
  });

  test('[DRAFT3] nothing that arrives meanwhile touches them', async () => {
    const { clock, server, client, group, brunoAdds } = await openGroup({ brunoHas: 1 });
    group.drafts.keep(idOf(201), { typed: 'half' });
    server.bruno.update(idOf(900), idOf(201), { description: 'theirs' });
    brunoAdds(2);
    client.announce();
    await clock.advance(310_000);
    server.restore('epoch-2');
    server.bruno.create(idOf(901), { ...aDraft(), id: idOf(3) });
    await clock.advance(310_000);
    expect(group.rows.value.map(({ expense }) => expense.id)).toEqual([idOf(3)]);
    expect([...(await group.drafts.read())]).toEqual([[idOf(201), { typed: 'half' }]]);
  });
});
