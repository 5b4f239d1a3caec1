import { effect, signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { aCreation, aDraft, idOf } from '../../local-db/testing/samples.ts';
import { ApiProblem } from '../../sync/api-error.ts';
import { createModelClient } from '../../sync/testing/model-client.ts';
import { openGroup } from '../group/testing/open-group.ts';
import type { Account } from './session.ts';
import { type AtStake, createSignOutStore } from './sign-out.ts';

test('[SESS8] who was signed out unasked finds their unsent edit when they are back, and it is sent', async () => {
  const { clock, server, client, db, group } = await openGroup({ brunoHas: 1 });
  server.setWeather({ fate: () => 'unheard' });
  group.editExpense(idOf(201), { description: 'Logs' }, 1);
  await clock.advance(10);
  client.end();
  await db.forgetCached();
  const back = await openGroup({ db, brunoHas: 1 });
  expect(back.server.expense(idOf(201))).toMatchObject({ description: 'Logs', version: 2 });
  expect(back.group.rows.value.map(({ expense, pending }) => [expense.description, pending])).toEqual([['Logs', false]]);
});

async function setUp() {
  const opened = await openGroup();
  const account = signal<Account | null>({ uid: 'anna', email: 'anna@example.test', displayName: 'Anna' });
  let signedOut = 0;
  const signOut = createSignOutStore({
    sync: opened.sync,
    session: {
      account,
      async signOut() {
        signedOut += 1;
        account.value = null;
        opened.sync.value = null;
      },
    },
  });
  const seen: (AtStake | null)[] = [];
  effect(() => void seen.push(signOut.waitsFor.value));
  return { ...opened, signOut, seen, signedOut: () => signedOut };
}

/** Nothing is half typed. */
const changes = (unsent: number): AtStake => ({ unsent, drafts: 0, refused: 0 });

describe('signing out', () => {
  test('[SESS7] happens at once while nothing is unsent', async () => {
    const { clock, signOut, signedOut } = await setUp();
    signOut.ask();
    await clock.advance(0);
    expect(signedOut()).toBe(1);
  });

  test('[SESS7] waits for unsent changes, those of all groups and those held back, then happens', async () => {
    const { clock, server, group, brunoAdds, client, signOut, seen, signedOut } = await setUp();
    brunoAdds(1);
    client.announce();
    await clock.advance(1000);
    server.setWeather({ fate: () => 'unheard' });
    group.addExpense(aDraft());
    group.deleteExpense(idOf(201));
    signOut.ask();
    await clock.advance(5000);
    expect([signOut.waitsFor.value, signedOut()]).toEqual([changes(2), 0]);
    server.setWeather({});
    await clock.advance(60_000);
    expect([seen, signedOut(), server.log().length]).toEqual([[null, changes(2), changes(1), changes(0), null], 1, 3]);
  });

  test('[SESS7] waits for what another tab has queued and not sent', async () => {
    const { clock, server, db, signOut, signedOut } = await setUp();
    const other = createModelClient(server, clock, { db });
    await clock.advance(100);
    server.setWeather({ fate: () => 'unheard' });
    other.sync.outbox.enqueue(aCreation(7), null);
    await clock.advance(10);
    other.end();
    signOut.ask();
    await clock.advance(10);
    expect([signOut.waitsFor.value, signedOut()]).toEqual([changes(1), 0]);
    server.setWeather({});
    await clock.advance(60_000);
    expect([signedOut(), server.log().map(({ id }) => id)]).toEqual([1, [idOf(7)]]);
  });

  test('[SESS7] can be called off, and insisted upon', async () => {
    const { clock, server, group, signOut, signedOut } = await setUp();
    server.setWeather({ fate: () => 'unheard' });
    group.addExpense(aDraft());
    signOut.ask();
    await clock.advance(0);
    signOut.stay();
    expect([signOut.waitsFor.value, signedOut()]).toEqual([null, 0]);
    signOut.ask();
    await clock.advance(0);
    expect(signOut.waitsFor.value).toEqual(changes(1));
    signOut.insist();
    expect([signOut.waitsFor.value, signedOut()]).toEqual([null, 1]);
  });

  test('[SESS10] asks where forms are half typed, of groups and others, also when everything is sent', async () => {
    const { clock, db, server, group, signOut, seen, signedOut } = await setUp();
    group.drafts.keep('new expense', { typed: 'Fire' });
    await db.keepDraft('another', 'settings', { typed: 'Flat' });
    server.setWeather({ fate: () => 'unheard' });
    group.addExpense(aDraft());
    await clock.advance(10);
    signOut.ask();
    await clock.advance(10);
    expect(signOut.waitsFor.value).toEqual({ unsent: 1, drafts: 2, refused: 0 });
    server.setWeather({});
    await clock.advance(60_000);
    expect([seen.at(-1), signedOut()]).toEqual([{ unsent: 0, drafts: 2, refused: 0 }, 0]);
    signOut.insist();
    expect(signedOut()).toBe(1);
  });

  test('[SESS10] asks where refused changes are not dismissed, and tells what is refused while it waits', async () => {
    const { clock, server, db, group, signOut, signedOut } = await setUp();
    server.setWeather({ refusal: () => new ApiProblem(403, 'forbidden') });
    group.addExpense(aDraft());
    signOut.ask();
    await clock.advance(1000);
    expect([signOut.waitsFor.value, signedOut()]).toEqual([{ unsent: 0, drafts: 0, refused: 1 }, 0]);
    signOut.stay();
    const [notice] = group.notices.value;
    await db.refuse([], [{ ...notice, id: idOf(700) } as NonNullable<typeof notice>]);
    signOut.ask();
    await clock.advance(10);
    expect([signOut.waitsFor.value, signedOut()]).toEqual([{ unsent: 0, drafts: 0, refused: 2 }, 0]);
    group.dismiss(idOf(700));
    group.dismiss(notice?.id ?? '');
    signOut.stay();
    signOut.ask();
    await clock.advance(10);
    expect(signedOut()).toBe(1);
  });
});
