import { describe, expect, test } from 'vitest';
import type { Revision } from '../ports.ts';
import { nextStep } from './step.ts';

const announced = { seq: 4, windowEndsAt: 1_000, revision: '1' as Revision };

describe('one look at the notification and the head', () => {
  test('[NTF1] what was never announced is announced at once', () => {
    expect(nextStep(null, 1, 0)).toEqual({ do: 'publish' });
  });

  test.for([4, 3])('[NTF1] head %i is covered by notification 4, in the window or after it', (head) => {
    expect(nextStep(announced, head, 0)).toEqual({ do: 'rest' });
    expect(nextStep(announced, head, 2_000)).toEqual({ do: 'rest' });
  });

  test('[NTF2] news waits for the end of an open window, and for no longer', () => {
    expect(nextStep(announced, 5, 999)).toEqual({ do: 'defer', until: 1_000 });
    expect(nextStep(announced, 5, 1_000)).toEqual({ do: 'publish' });
  });
});
