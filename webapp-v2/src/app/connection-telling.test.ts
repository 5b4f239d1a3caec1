import { expect, test } from 'vitest';
import { tellState } from './connection-telling.ts';

test('[NEWS3] a connection that is lost behind a sheet is told when the sheet has closed, one that has come back is not', () => {
  const live = { state: 'live', turn: 3 };
  expect(tellState(live, 'offline', true)).toBe(live);
  expect(tellState(live, 'offline', false)).toEqual({ state: 'offline', turn: 4 });
  expect(tellState(live, 'live', false)).toBe(live);
});
