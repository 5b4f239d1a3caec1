import type { ActivityEntry, Expense, Group, Member, Settlement } from '@splitifyd/shared/contract';
import { type Minor, minor } from '@splitifyd/shared/domain';
import type { ExpenseDraft, LedgerRow, SettlementDraft } from '../ledger.ts';
import type { GroupHead, StoredGroup } from '../local-db.ts';
import type { LedgerChange, Notice, QueuedChange } from '../queued-change.ts';

/** Test data: one small group, and whatever happens in it. */

export const GROUP_ID = '00000000-0000-4000-8000-00000000aaaa';
export const ANNA = '00000000-0000-4000-8000-00000000000a';
export const BRUNO = '00000000-0000-4000-8000-00000000000b';
export const ANNA_UID = 'uid-anna';

/** A UUID that is easy to recognise in a failure. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const aMember = (id: string, displayName: string, userId: string | null): Member => ({
  id,
  displayName,
  role: 'member',
  status: userId ? 'active' : 'placeholder',
  userId,
  version: 1,
  joinedSeq: 1,
  leftSeq: null,
  leftAt: null,
});

export const aGroup = (over: Partial<Group> = {}): Group => ({
  id: GROUP_ID,
  name: 'Cabin weekend',
  description: '',
  currency: 'EUR',
  settings: { simplifyDebts: true },
  members: { [ANNA]: aMember(ANNA, 'Anna Sommer', ANNA_UID), [BRUNO]: aMember(BRUNO, 'Bruno Winter', null) },
  balances: {},
  seq: 1,
  version: 1,
  expenseCount: 0,
  createdAt: 0,
  lastActivityAt: 0,
  deletedAt: null,
  ...over,
});

export const aDraft = (over: Partial<ExpenseDraft> = {}): ExpenseDraft => ({
  description: 'Firewood',
  date: '2024-05-01',
  amount: minor(1000),
  currency: 'EUR',
  category: 'general',
  payers: { [ANNA]: minor(1000) },
  split: { mode: 'equal', entries: { [ANNA]: 1, [BRUNO]: 1 } },
  note: '',
  ...over,
});

/** Paid by Anna, split in halves. */
export const evenly = (amount: Minor): Pick<ExpenseDraft, 'amount' | 'payers'> => ({ amount, payers: { [ANNA]: amount } });

export const anExpense = (id: string, over: Partial<Expense> = {}): Expense => ({
  ...aDraft(),
  id,
  groupId: GROUP_ID,
  shares: { [ANNA]: minor(500), [BRUNO]: minor(500) },
  createdBy: ANNA,
  createdAt: 1,
  updatedBy: ANNA,
  updatedAt: 1,
  version: 1,
  seq: 2,
  deletedAt: null,
  ...over,
});

/** Bruno pays Anna back. */
export const aPayment = (over: Partial<SettlementDraft> = {}): SettlementDraft => ({
  from: BRUNO,
  to: ANNA,
  amount: minor(500),
  currency: 'EUR',
  date: '2024-05-02',
  note: '',
  ...over,
});

export const aSettlement = (id: string, over: Partial<Settlement> = {}): Settlement => ({
  ...aPayment(),
  id,
  groupId: GROUP_ID,
  createdBy: BRUNO,
  createdAt: 1,
  updatedBy: BRUNO,
  updatedAt: 1,
  version: 1,
  seq: 2,
  deletedAt: null,
  ...over,
});

export const expenseRow = (state: Expense): LedgerRow => ({ kind: 'expense', state });
export const settlementRow = (state: Settlement): LedgerRow => ({ kind: 'settlement', state });

const verbOf = ({ deletedAt, version }: LedgerRow['state']) => (deletedAt !== null ? 'deleted' : version === 1 ? 'created' : 'updated');

export const anEntryOf = (seq: number, row: LedgerRow, over: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id: idOf(900_000 + seq),
  seq,
  at: seq,
  actorId: BRUNO,
  action: `${row.kind}.${verbOf(row.state)}`,
  fields: [],
  entity: row,
  ...over,
});

export const anEntry = (seq: number, expense: Expense, over: Partial<ActivityEntry> = {}): ActivityEntry =>
  anEntryOf(seq, expenseRow(expense), over);

export const aHead = (cursor: number, over: Partial<GroupHead> = {}): GroupHead => ({
  group: aGroup({ seq: cursor }),
  cursor,
  epoch: 'epoch-1',
  older: { expense: null, settlement: null },
  ...over,
});

export const aStoredGroup = (cursor: number, over: Partial<StoredGroup> = {}): StoredGroup => ({
  ...aHead(cursor),
  rows: [],
  entries: [],
  ...over,
});

export const aChange = (mutation: number, entityId: string, change: LedgerChange, over: Partial<QueuedChange> = {}): QueuedChange => ({
  mutationId: idOf(mutation),
  groupId: GROUP_ID,
  entityId,
  change,
  queuedAt: mutation,
  heldUntil: 0,
  ack: null,
  ...over,
});

export const aCreation = (n: number, over: Partial<QueuedChange> = {}): QueuedChange =>
  aChange(n, idOf(1000 + n), { kind: 'expense', action: 'create', draft: aDraft() }, over);

/** A new expense that was refused. */
export const aNotice = (id: string): Notice => ({
  id,
  groupId: GROUP_ID,
  kind: 'expense',
  entityId: idOf(1),
  action: 'create',
  code: 'invalid-split',
});
