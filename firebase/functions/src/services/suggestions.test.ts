import { minor, settleAll } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { createGroup } from './decisions/groups.ts';
import { createSuggestions } from './suggestions.ts';

test('[REST24] transfers are computed once for each state of a group', () => {
  const { group } = createGroup(
    { id: 'g', name: 'Lindenhof', description: '', currency: 'EUR', member: { id: 'mara', displayName: 'Mara' } },
    { id: 'm', userId: 'u', requestHash: '', ifMatch: undefined },
    1000,
  );
  let computed = 0;
  const suggest = createSuggestions((balances) => {
    computed++;
    return settleAll(balances);
  });
  const owing = { ...group, seq: 2, balances: { EUR: { mara: minor(5), jonte: minor(-5) } } };
  expect(suggest(owing)).toEqual({ EUR: [{ from: 'jonte', to: 'mara', amount: 5 }] });
  expect(suggest(owing)).toBe(suggest(owing));
  expect(computed).toBe(1);
  expect(suggest({ ...owing, lastActivityAt: 2000, balances: {} })).toEqual({});
  expect(suggest({ ...owing, seq: 3, balances: {} })).toEqual({});
  expect(computed).toBe(3);
});
