import type { ExpenseDraft, ExpenseEdit, LedgerRow, SettlementDraft, SettlementEdit } from '../../local-db/ledger.ts';
import type { LedgerChange, QueuedChange } from '../../local-db/queued-change.ts';
import type { Confirmed } from '../../sync/replica/confirmed.ts';
import type { View } from '../../sync/replica/view.ts';
import type { Linked } from './group-link.ts';

/** How long a deletion is held back, so that it can be undone, in ms. */
export const UNDO_MS = 6000;

/** A deletion that can be undone still. */
export interface Undoable {
  mutationId: string;
  what: 'expense' | 'settlement';
  entityId: string;
  /** Of the expense; the note of a settlement. */
  description: string;
}

/** What members write into the ledger: shown at once, queued, and sent when the server can be reached. */
export interface LedgerWrites {
  /** An id for what a form is about to add, so that its preview of the odd cent is exact. */
  newId(): string;
  /** Gives the expense's id: the one that is given, else a new one. */
  addExpense(draft: ExpenseDraft, id?: string): string;
  /** `version` is the one the form was opened with. */
  editExpense(id: string, edit: ExpenseEdit, version: number): void;
  /** Held back for some seconds; gives the mutation id to undo it by. */
  deleteExpense(id: string): string;
  addSettlement(draft: SettlementDraft, id?: string): string;
  editSettlement(id: string, edit: SettlementEdit, version: number): void;
  deleteSettlement(id: string): string;
  /** A deletion does not run out while the reader looks at its Undo, up to `signal`, and can be undone for the same time after that. */
  lookAtUndo(mutationId: string, signal: AbortSignal): Promise<void>;
  /** Takes a deletion back; nothing happens where it is too late. */
  undo(mutationId: string): void;
}

export function createLedgerWrites(
  linked: Linked,
  shown: () => Pick<View, 'rows' | 'settlements'>,
  onWrite: (id: string) => void,
): LedgerWrites {
  function queue(entityId: string, change: LedgerChange, heldMs = 0): string {
    const { groupId, account, replica } = linked();
    const { clock, randomness, outbox } = account;
    const mutationId = randomness.uuid();
    onWrite(entityId);
    const queuedAt = clock.now();
    const heldUntil = heldMs > 0 ? queuedAt + heldMs : 0;
    outbox.enqueue(
      { mutationId, groupId, entityId, change, queuedAt, heldUntil, ack: null },
      baseOf(replica.confirmed(), change, entityId),
    );
    return mutationId;
  }

  const shownExpense = (id: string) => shown().rows.find(({ expense }) => expense.id === id)?.expense;
  const shownSettlement = (id: string) => shown().settlements.find(({ settlement }) => settlement.id === id)?.settlement;

  const newId = () => linked().account.randomness.uuid();

  return {
    newId,
    addExpense(draft, id = newId()) {
      queue(id, { kind: 'expense', action: 'create', draft });
      return id;
    },
    editExpense(id, edit, version) {
      queue(id, { kind: 'expense', action: 'update', edit, version, ...baseIf(shownExpense(id), version) });
    },
    deleteExpense(id) {
      const version = shownExpense(id)?.version;
      return version === undefined ? '' : queue(id, { kind: 'expense', action: 'delete', version }, UNDO_MS);
    },
    addSettlement(draft, id = newId()) {
      queue(id, { kind: 'settlement', action: 'create', draft });
      return id;
    },
    editSettlement(id, edit, version) {
      queue(id, { kind: 'settlement', action: 'update', edit, version, ...baseIf(shownSettlement(id), version) });
    },
    deleteSettlement(id) {
      const version = shownSettlement(id)?.version;
      return version === undefined ? '' : queue(id, { kind: 'settlement', action: 'delete', version }, UNDO_MS);
    },
    async lookAtUndo(mutationId, signal) {
      const { outbox, clock } = linked().account;
      while (!signal.aborted && outbox.holdOn(mutationId, UNDO_MS)) await clock.sleep(UNDO_MS / 2, signal);
    },
    undo: (mutationId) => linked().account.outbox.undo(mutationId),
  };
}

/** What is shown is what the author saw, if it has the version that they saw. */
const baseIf = <Entity extends { version: number }>(shown: Entity | undefined, version: number): { base?: Entity } =>
  shown?.version === version ? { base: shown } : {};

function baseOf(confirmed: Confirmed | null, { kind }: LedgerChange, id: string): LedgerRow | null {
  if (kind === 'expense') {
    const state = confirmed?.expenses.get(id);
    return state ? { kind, state } : null;
  }
  const state = confirmed?.settlements.get(id);
  return state ? { kind, state } : null;
}

/** Only deletions are held back. */
export const undoableOf = (confirmed: Confirmed, held: readonly QueuedChange[]): Undoable[] =>
  held.map(({ mutationId, entityId, change: { kind } }) => ({
    mutationId,
    what: kind,
    entityId,
    description: (kind === 'expense' ? confirmed.expenses.get(entityId)?.description : confirmed.settlements.get(entityId)?.note) ?? '',
  }));
