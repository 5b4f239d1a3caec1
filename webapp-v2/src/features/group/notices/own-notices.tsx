import type { Notice, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { draftName } from '../editing/draft-name.ts';
import type { People } from '../people.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { ChangeNotices } from './change-notices.tsx';

interface OwnNoticesProps {
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  onShow: (sheet: OpenSheet) => void;
}

/** By itself, so that a notice draws nothing else of the page anew. */
export function OwnNotices({ store, people, drafts, onShow }: OwnNoticesProps) {
  return (
    <ChangeNotices
      notices={store.notices.value}
      people={people}
      onReview={(notice) => onShow(reviewOf(notice))}
      onDismiss={(noticeId) => {
        store.dismiss(noticeId);
        drafts.drop(draftName.refused(noticeId));
      }}
    />
  );
}

const reviewOf = (notice: Notice): OpenSheet =>
  notice.kind === 'expense' ? { kind: 'refusedExpense', notice } : { kind: 'refusedSettlement', notice };
