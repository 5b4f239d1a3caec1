import { expect, test } from 'vitest';
import { decodeFlushTask } from './flush-task.ts';

const task = { kind: 'group-changes', groupId: 'g', windowEndsAt: 1_700_000_000_500 };

test('[NTF3] a task comes back as it was put into the queue', () => {
  expect(decodeFlushTask({ ...task, more: 1 })).toEqual(task);
});

test.for([null, undefined, 'x', {}, { ...task, kind: 'toString' }, { ...task, groupId: 7 }, { ...task, windowEndsAt: '1' }])(
  '[NTF3] what is no such task fails, and flushes nothing: %o',
  (data) => {
    expect(() => decodeFlushTask(data)).toThrow(TypeError);
  },
);
