import type { Notice, OpenGroup } from '../../../stores/group/open-group.ts';
import type { People } from '../people.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { ChangeNotices } from './change-notices.tsx';

/** By itself, so that a notice draws nothing else of the page anew. */
export function OwnNotices({ store, people, onShow }: { store: OpenGroup; people: People; onShow: (sheet: OpenSheet) => void }) {
  return (
    <ChangeNotices
      notices={store.notices.value}
      people={people}
      onReview={(notice) => onShow(reviewOf(notice))}
      onDismiss={store.dismiss}
    />
  );
}

const reviewOf = (notice: Notice): OpenSheet =>
  notice.kind === 'expense' ? { kind: 'refusedExpense', notice } : { kind: 'refusedSettlement', notice };
