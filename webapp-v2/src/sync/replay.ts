import { differing, type Expense, type Settlement, withoutUndefined } from '@splitifyd/shared/contract';
import { type Balances, computeShares, expenseEffect, InvalidSplit, settlementEffect } from '@splitifyd/shared/domain';
import type { EntityKind, EntityOf, Ledger } from '../local-db/ledger.ts';
import type { ChangeOf } from '../local-db/queued-change.ts';

/** Who made a pending change, and of what. */
export interface Stamp {
  entityId: string;
  groupId: string;
  memberId: string;
  /** Epoch ms. */
  at: number;
}

/** What the view has to know of a kind of rows. */
export interface ReplayRules<Kind extends EntityKind> {
  kind: Kind;
  /** As the server will make it; undefined where it will refuse. */
  create(draft: Ledger[Kind]['draft'], stamp: Stamp): EntityOf<Kind> | undefined;
  edit(before: EntityOf<Kind>, edit: Ledger[Kind]['edit']): EntityOf<Kind> | undefined;
  erase(before: EntityOf<Kind>, at: number): EntityOf<Kind>;
  /** By whom and when it was changed, one version on. */
  touch(before: EntityOf<Kind>, stamp: Stamp): EntityOf<Kind>;
  effect(entity: EntityOf<Kind>): Balances;
}

const created = ({ entityId: id, groupId, memberId, at }: Stamp) => ({
  id,
  groupId,
  createdBy: memberId,
  createdAt: at,
  updatedBy: memberId,
  updatedAt: at,
  version: 1,
  seq: 0,
  deletedAt: null,
});

const touched = ({ version }: { version: number }, { memberId, at }: Stamp) => ({
  version: version + 1,
  updatedBy: memberId,
  updatedAt: at,
});

export const EXPENSES: ReplayRules<'expense'> = {
  kind: 'expense',
  create: (draft, stamp) => withShares({ ...draft, ...created(stamp), shares: {} }),
  edit: (before, edit) => withShares({ ...before, ...withoutUndefined(edit) }),
  erase: (before, deletedAt): Expense => ({ ...before, deletedAt }),
  touch: (before, stamp) => ({ ...before, ...touched(before, stamp) }),
  effect: expenseEffect,
};

export const SETTLEMENTS: ReplayRules<'settlement'> = {
  kind: 'settlement',
  create: (draft, stamp) => ({ ...draft, ...created(stamp) }),
  edit: (before, edit) => ({ ...before, ...withoutUndefined(edit) }),
  erase: (before, deletedAt): Settlement => ({ ...before, deletedAt }),
  touch: (before, stamp) => ({ ...before, ...touched(before, stamp) }),
  effect: settlementEffect,
};

/** The entity after a change; undefined where the change has nothing to act on and will be refused. */
export function replay<Kind extends EntityKind>(
  rules: ReplayRules<Kind>,
  change: ChangeOf<Kind>,
  before: EntityOf<Kind> | undefined,
  stamp: Stamp,
): EntityOf<Kind> | undefined {
  if (change.action === 'create') return before ? undefined : rules.create(change.draft, stamp);
  if (!before || before.deletedAt !== null) return undefined;
  if (change.action === 'update' && !makesADifference(before, change.edit)) return before;
  const next = rules.touch(before, stamp);
  return change.action === 'delete' ? rules.erase(next, stamp.at) : rules.edit(next, change.edit);
}

/** An edit without any is no change to the server: the version stays, and what was typed on top of it would be refused with a higher one. */
const makesADifference = (before: object, edit: object): boolean => {
  const fields = Object.keys(edit);
  return differing(fields, edit as Record<string, unknown>, before as Record<string, unknown>).length > 0;
};

function withShares(expense: Expense): Expense | undefined {
  try {
    return { ...expense, shares: computeShares(expense.amount, expense.split, expense.id) };
  } catch (error) {
    if (error instanceof InvalidSplit) return undefined;
    throw error;
  }
}
