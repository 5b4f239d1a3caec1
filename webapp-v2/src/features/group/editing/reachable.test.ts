import { signal } from '@preact/signals';
import type { ActivityEntry, Group, Member, Role } from '@splitifyd/shared/contract';
import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import type { ExpenseRow, Notice } from '../../../stores/group/open-group.ts';
import { draftName } from './draft-name.ts';
import { isReachable } from './reachable.ts';

const owed = { from: 'ada', to: 'bo', amount: minor(500) };

function known({ isComplete = false, simplifyDebts = true, role = 'admin' as Role } = {}) {
  const me = { id: 'ada', role, status: 'active' } as Member;
  const members = {
    ada: me,
    bo: { id: 'bo', status: 'left' },
    cy: { id: 'cy', status: 'active' },
    di: { id: 'di', status: 'placeholder' },
  };
  const deleted = { kind: 'expense', state: { id: 'deleted', deletedAt: 7 } };
  return {
    group: signal({ members, settings: { simplifyDebts } } as unknown as Group),
    me: signal(me),
    rows: signal([{ expense: { id: 'here' } } as ExpenseRow]),
    settlements: signal([]),
    isComplete: signal(isComplete),
    activity: signal([{ entity: deleted } as ActivityEntry]),
    notices: signal([{ id: 'told' } as Notice]),
    transfers: signal({ EUR: [owed] }),
  };
}

test.each([
  [draftName.newExpense, true],
  [draftName.newPayment, true],
  [draftName.settings, true],
  [draftName.refused('told'), true],
  [draftName.refused('dismissed'), false],
  [draftName.member('ada'), true],
  [draftName.member('bo'), false],
  [draftName.payment({ ...owed, currency: 'EUR' }), true],
  [draftName.payment({ ...owed, currency: 'USD' }), false],
  [draftName.payment({ ...owed, currency: 'EUR', amount: 501 }), false],
  [draftName.edit('here'), true],
  [draftName.edit('deleted'), false],
  [draftName.copy('deleted'), false],
])('[DRAFT4] whether anything leads to the draft "%s": %j', (name, reachable) => {
  expect(isReachable(name, known())).toBe(reachable);
});

test('[DRAFT4] what is not at hand may be found yet, unless the whole history is', () => {
  const edit = draftName.edit('older');
  expect([isReachable(edit, known()), isReachable(edit, known({ isComplete: true }))]).toEqual([true, false]);
});

test('[DRAFT4] debts that are not simplified may have to be asked for first', () => {
  expect(isReachable(draftName.payment({ ...owed, currency: 'USD' }), known({ simplifyDebts: false }))).toBe(true);
});

test('[DRAFT4] whose role offers a form no longer cannot reach its draft; what was refused is told anyway', () => {
  const draftsOf = (role: Role) =>
    [draftName.newExpense, draftName.newPayment, draftName.edit('here'), draftName.settings, draftName.refused('told')].map((name) =>
      isReachable(name, known({ role })),
    );
  expect([draftsOf('member'), draftsOf('viewer')]).toEqual([
    [true, true, true, false, true],
    [false, false, false, false, true],
  ]);
});

test('[DRAFT4] whose role lets them name somebody no longer cannot reach what they typed of them', () => {
  const namesOf = (role: Role) => ['ada', 'cy', 'di', 'bo'].map((id) => isReachable(draftName.member(id), known({ role })));
  expect([namesOf('admin'), namesOf('member'), namesOf('viewer')]).toEqual([
    [true, true, true, false],
    [true, false, true, false],
    [true, false, false, false],
  ]);
});
