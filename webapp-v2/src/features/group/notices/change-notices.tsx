import { useI18n } from '../../../i18n/context.ts';
import type { Notice as RefusedChange } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import './change-notices.css';

export interface ChangeNoticesProps {
  notices: readonly RefusedChange[];
  people: People;
  onReview: (notice: RefusedChange) => void;
  onDismiss: (noticeId: string) => void;
}

/** Changes of this reader that were not saved: what, why, and what to do about it. Nothing typed is lost before they say so. */
export function ChangeNotices({ notices, people, onReview, onDismiss }: ChangeNoticesProps) {
  const { t } = useI18n();
  return (
    <div role="alert" class="change-notices">
      {notices.map((notice) => (
        <Notice
          key={notice.id}
          tone="wrong"
          title={t(`notice.${notice.action}`, {
            description: notice.draft?.description ?? notice.current?.description ?? t('notice.anExpense'),
          })}
          actions={
            <>
              {notice.draft && (
                <Button look="plain" onClick={() => onReview(notice)}>
                  {t('notice.review')}
                </Button>
              )}
              <Button look="plain" onClick={() => onDismiss(notice.id)}>
                {t('action.dismiss')}
              </Button>
            </>
          }
        >
          <p>{reason(notice, people, t)}</p>
        </Notice>
      ))}
    </div>
  );
}

function reason({ code, current }: RefusedChange, people: People, t: ReturnType<typeof useI18n>['t']): string {
  return code === 'stale-version' && current ? t('notice.stale', { name: people.nameOf(current.updatedBy) }) : t(`problem.${code}`);
}
