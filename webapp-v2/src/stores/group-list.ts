import type { ReadonlySignal } from '@preact/signals';
import type { GroupSummary } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import type { Result } from './result.ts';

/** The reader's own balance over all groups in one currency, in minor units; positive is owed to them. */
export interface OwnTotal {
  currency: string;
  amount: Minor;
}

export interface GroupListStore {
  /** `ready` as soon as rows are there, from this browser's copy or from the server. */
  status: ReadonlySignal<'loading' | 'ready' | 'failed'>;
  /** Newest activity first. */
  groups: ReadonlySignal<GroupSummary[]>;
  /** Never summed across currencies; without zeros. */
  totals: ReadonlySignal<OwnTotal[]>;
  create(input: { name: string; currency: string; displayName: string }): Promise<Result<{ groupId: string }>>;
  refresh(): void;
}
