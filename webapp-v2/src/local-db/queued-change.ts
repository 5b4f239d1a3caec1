import type { ProblemCode } from '@splitifyd/shared/contract';
import type { EntityKind, Ledger } from './ledger.ts';

/** One intended change of an entity of that kind. `version` is the one its author saw, `base` the entity as they saw it. */
export type ChangeOf<Kind extends EntityKind> =
  | { kind: Kind; action: 'create'; draft: Ledger[Kind]['draft'] }
  | { kind: Kind; action: 'update'; edit: Ledger[Kind]['edit']; version: number; base?: Ledger[Kind]['entity'] }
  | { kind: Kind; action: 'delete'; version: number };

export type LedgerChange = { [Kind in EntityKind]: ChangeOf<Kind> }[EntityKind];

/**
 * A change on its way to the server. It is its own optimistic row: the view replays it on the confirmed state.
 *
 *   held back ──time──▶ queued ──sent──▶ acknowledged (ack) ──cursor ≥ ack.seq──▶ gone: the confirmed state holds it
 *       └──undone──▶ gone   └──refused──▶ notice
 */
export interface QueuedChange {
  /** Sent as the idempotency key: however often it is sent, it happens once. */
  mutationId: string;
  groupId: string;
  entityId: string;
  change: LedgerChange;
  /** Epoch ms. */
  queuedAt: number;
  /** Not sent before this moment (epoch ms), so that it can be undone until then; 0: at once. */
  heldUntil: number;
  /** What the server said when it had applied the change. */
  ack: Ack | null;
}

/** A change was applied as the group's `seq`, in the history of that epoch. */
export interface Ack {
  seq: number;
  epoch: string;
}

export interface NoticeOf<Kind extends EntityKind> {
  /** The mutation id. */
  id: string;
  groupId: string;
  kind: Kind;
  entityId: string;
  action: LedgerChange['action'];
  code: ProblemCode;
  /** What was typed, to be offered again. */
  draft?: Ledger[Kind]['draft'] | Ledger[Kind]['edit'];
  /** What an edit rested on, to tell what others changed meanwhile. */
  base?: Ledger[Kind]['entity'];
  /** Of a group that its reader can look at no more, as far as it was known. */
  groupName?: string;
  /** The entity as the server has it, where it told. */
  current?: Ledger[Kind]['entity'];
}

/** A change that the server refused. */
export type Notice = { [Kind in EntityKind]: NoticeOf<Kind> }[EntityKind];
