import type { Expense, Settlement } from '@splitifyd/shared/contract';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Followed, follow, type StateOf } from './follow.ts';

interface FollowedSheetProps<Entry> {
  id: string;
  stateOf: StateOf<Entry>;
  /** Its row, where it is among those at hand. */
  now: Entry | undefined;
  /** As it was told otherwise. */
  known: Entry | undefined;
  store: OpenGroup;
  /** Where it is gone and nothing is known of it. */
  missing: ComponentChildren;
  onClose: () => void;
  children: (followed: Followed<Entry>) => ComponentChildren;
}

/** Follows an expense or payment for as long as a sheet about it is open. */
export function FollowedSheet<Entry extends Expense | Settlement>(props: FollowedSheetProps<Entry>) {
  const { id, stateOf, now, known, store, missing, onClose, children } = props;
  const { t } = useI18n();
  const last = useRef(known);
  if (now) last.current = now;
  const followed = follow(id, { now, last: last.current }, stateOf, store);
  const isSought = followed === undefined || followed?.isCertain === false;
  // Page by page until it is found, or everything is at hand.
  useEffect(() => {
    if (isSought) void store.loadMore();
  }, [isSought, store.rows.value, store.settlements.value]);

  if (followed === null) return missing;
  if (followed) return children(followed);
  return (
    <Sheet title={t('app.loading')} onClose={onClose}>
      <Skeleton rows={4} />
    </Sheet>
  );
}
