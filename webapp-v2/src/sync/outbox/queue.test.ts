import { describe, expect, test } from 'vitest';
import type { QueuedChange } from '../../local-db/queued-change.ts';
import { aChange, aCreation, GROUP_ID, idOf } from '../../local-db/testing/samples.ts';
import { confirm, isHeld, nextOf, type Queue, reconcile, release, withDependants } from './queue.ts';

const removal = (n: number, entity: number, over: Partial<QueuedChange> = {}) =>
  aChange(n, idOf(entity), { kind: 'expense', action: 'delete', version: 1 }, over);
const ack = (seq: number, epoch = 'now') => ({ seq, epoch });
const ids = (queue: Queue) => queue.map(({ mutationId }) => Number(mutationId.slice(-3)));

describe('the queue', () => {
  test.each<[string, Queue, number | null]>([
    ['nothing', [], null],
    ['the first one', [aCreation(1), aCreation(2)], 1],
    ['not what was answered', [aCreation(1, { ack: ack(2) }), aCreation(2)], 2],
    ['not what another group waits for', [aCreation(1, { groupId: idOf(9) }), aCreation(2)], 2],
    ['not what is held back', [removal(1, 5, { heldUntil: 60 }), aCreation(2)], 2],
    ['nothing that follows what is held back', [removal(1, 5, { heldUntil: 60 }), removal(2, 5)], null],
  ])('[INV3] sends %s', (_, queue, next) => {
    expect(ids([nextOf(queue, GROUP_ID, 50)].filter((change) => change !== undefined))).toEqual(next === null ? [] : [next]);
  });

  test.each([
    [9, false],
    [10, true],
    [59, true],
    [60, false],
  ])('[HOLD6] at %i what was queued at 10 until 60 is held: %s', (now, held) => {
    expect(isHeld(removal(1, 5, { queuedAt: 10, heldUntil: 60 }), now)).toBe(held);
  });

  test.each<[string, QueuedChange, 'stays' | 'goes' | 'again']>([
    ['unsent', aCreation(1), 'stays'],
    ['in its entries', aCreation(3), 'goes'],
    ['applied up to the cursor', aCreation(1, { ack: ack(5) }), 'goes'],
    ['applied beyond it', aCreation(1, { ack: ack(6) }), 'stays'],
    ['applied in another epoch', aCreation(1, { ack: ack(4, 'before') }), 'again'],
    ['of another epoch, but in its entries', aCreation(3, { ack: ack(4, 'before') }), 'goes'],
    ['of another group', aCreation(1, { groupId: idOf(9), ack: ack(4, 'before') }), 'stays'],
  ])('[INV2] at cursor 5 what is %s: %s', (_, change, fate) => {
    const { queue, confirmed, recalled } = confirm([change], GROUP_ID, [idOf(3)], { cursor: 5, epoch: 'now' });
    expect([confirmed.length, recalled]).toEqual([fate === 'goes' ? 1 : 0, fate === 'again' ? [change] : []]);
    expect(queue).toEqual(fate === 'goes' ? [] : [fate === 'again' ? { ...change, ack: null } : change]);
  });

  test('[HOLD4] what nobody can undo any more is held no longer, of the group alone', () => {
    const [mine, other] = [removal(1, 5, { heldUntil: 60 }), removal(2, 5, { heldUntil: 60, groupId: idOf(9) })];
    expect(release([mine, other], 50, GROUP_ID)).toEqual({ queue: [{ ...mine, heldUntil: 0 }, other], groups: new Set([GROUP_ID]) });
    expect([...release([mine, other], 50).groups]).toEqual([GROUP_ID, idOf(9)]);
  });

  test('[INV9] what was made on top of a change are the later ones of its entity', () => {
    const queue = [removal(1, 5), removal(2, 5), removal(3, 6), removal(4, 5, { groupId: idOf(9) }), removal(5, 5)];
    expect(queue.slice(1, 2).map((change) => ids(withDependants(queue, change)))).toEqual([[2, 5]]);
  });

  test('[HOLD7] what another tab holds back for longer is held as long here, unless nobody takes it back any more', () => {
    const here = [removal(1, 5, { heldUntil: 60 }), removal(2, 6, { heldUntil: 0 }), removal(3, 7, { heldUntil: 90 })];
    const stored = here.map((change) => ({ ...change, heldUntil: 80 }));
    const { queue } = reconcile(here, stored, new Set([1, 2, 3].map(idOf)));
    expect(queue.map(({ heldUntil }) => heldUntil)).toEqual([80, 0, 90]);
  });

  test('[INV10] what other tabs have finished, taken back, sent or queued is so here, too', () => {
    const stored = [aCreation(2), aCreation(3, { ack: ack(7) }), aCreation(5), aCreation(6, { ack: ack(8) })];
    const here = [aCreation(1), aCreation(2), aCreation(3), aCreation(4)];
    const { queue, joined } = reconcile(here, stored, new Set([1, 2, 3].map(idOf)));
    expect([ids(queue), ids(joined)]).toEqual([[2, 3, 4, 5], [5]]);
    expect(queue.map((change) => change.ack)).toEqual([null, ack(7), null, null]);
  });
});
