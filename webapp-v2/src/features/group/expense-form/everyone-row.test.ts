import { expect, test } from 'vitest';
import { allOrNone } from './everyone-row.tsx';

test('[FORM9] one press chooses everybody, or nobody where everybody is chosen', () => {
  const members = ['ada', 'bo', 'cy'];
  const all = allOrNone({ ada: true }, members);
  expect(all).toEqual({ ada: true, bo: true, cy: true });
  expect(allOrNone({}, members)).toEqual(all);
  expect(allOrNone(all, members)).toEqual({ ada: false, bo: false, cy: false });
});

test('[FORM9] who cannot be chosen any more stays as typed', () => {
  expect(allOrNone({ ada: true, gone: true }, ['ada'])).toEqual({ ada: false, gone: true });
});
