import {
  differing,
  type Expense,
  editedExpense,
  editedSettlement,
  expenseOf,
  type Settlement,
  type Signature,
  settlementOf,
  tombstone,
} from '@splitifyd/shared/contract';
import { type Balances, expenseEffect, InvalidSplit, settlementEffect } from '@splitifyd/shared/domain';
import type { EntityKind, EntityOf, Ledger } from '../../local-db/ledger.ts';
import type { ChangeOf } from '../../local-db/queued-change.ts';

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
  edit(before: EntityOf<Kind>, edit: Ledger[Kind]['edit'], stamp: Stamp): EntityOf<Kind> | undefined;
  erase(before: EntityOf<Kind>, stamp: Stamp): EntityOf<Kind>;
  effect(entity: EntityOf<Kind>): Balances;
}

/** The server gives the `seq`; until then a row keeps the one it has. */
const signed = ({ memberId: by, at }: Stamp, seq = 0): Signature => ({ by, at, seq });

export const EXPENSES: ReplayRules<'expense'> = {
  kind: 'expense',
  create: (draft, stamp) => ifSplit(() => expenseOf({ id: stamp.entityId, ...draft }, stamp.groupId, signed(stamp))),
  edit: (before, edit, stamp) => ifSplit(() => editedExpense(before, edit, signed(stamp, before.seq))),
  erase: (before, stamp): Expense => tombstone(before, signed(stamp, before.seq)),
  effect: expenseEffect,
};

export const SETTLEMENTS: ReplayRules<'settlement'> = {
  kind: 'settlement',
  create: (draft, stamp) => settlementOf({ id: stamp.entityId, ...draft }, stamp.groupId, signed(stamp)),
  edit: (before, edit, stamp) => editedSettlement(before, edit, signed(stamp, before.seq)),
  erase: (before, stamp): Settlement => tombstone(before, signed(stamp, before.seq)),
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
  return change.action === 'delete' ? rules.erase(before, stamp) : rules.edit(before, change.edit, stamp);
}

/** An edit without any is no change to the server: the version stays, and what was typed on top of it would be refused with a higher one. */
const makesADifference = (before: object, edit: object): boolean => {
  const fields = Object.keys(edit);
  return differing(fields, edit as Record<string, unknown>, before as Record<string, unknown>).length > 0;
};

function ifSplit(make: () => Expense): Expense | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvalidSplit) return undefined;
    throw error;
  }
}
