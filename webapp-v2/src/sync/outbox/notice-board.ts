import type { LocalDb } from '../../local-db/local-db.ts';
import type { Notice, QueuedChange } from '../../local-db/queued-change.ts';
import { noticesOf, type Refusal } from './notice-of.ts';

/** The refused changes that the user has not seen yet. Who posts stores them, in one step with what they replace. */
interface NoticeBoard {
  /** Of a group, or of all where none is named. */
  of(groupId?: string): readonly Notice[];
  /** Those of earlier visits. */
  restore(): Promise<void>;
  post(refused: readonly QueuedChange[], refusal: Refusal): Notice[];
  dismiss(noticeId: string): void;
}

export function createNoticeBoard(db: Pick<LocalDb, 'readNotices' | 'removeNotice'>): NoticeBoard {
  let notices: readonly Notice[] = [];
  return {
    of: (groupId) => notices.filter((notice) => groupId === undefined || notice.groupId === groupId),
    async restore() {
      // As the queue: without a readable database this visit begins with none.
      const earlier = await db.readNotices().catch((): Notice[] => []);
      notices = [...earlier, ...notices];
    },
    post(refused, refusal) {
      const posted = noticesOf(refused, refusal);
      notices = [...notices, ...posted];
      return posted;
    },
    dismiss(noticeId) {
      notices = notices.filter(({ id }) => id !== noticeId);
      db.removeNotice(noticeId).catch(() => {});
    },
  };
}
