import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice as RefusedChange } from '../../../stores/group/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import { meanwhileText } from '../words/meanwhile-text.ts';
import { refusedText } from './refused-text.ts';
import { refusedTitle } from './refused-title.ts';
import './change-notices.css';

interface ChangeNoticesProps {
  notices: readonly RefusedChange[];
  people: People;
  /** Opens what was typed in its form; null where the form's group is gone, so what was typed is told here. */
  onReview: ((notice: RefusedChange) => void) | null;
  onDismiss: (noticeId: string) => void;
}

/** Changes of this reader that were not saved: what, why, and what to do about it. Nothing typed is lost before they say so. */
export function ChangeNotices({ notices, people, onReview, onDismiss }: ChangeNoticesProps) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div role="alert" class="notices">
      {notices.map((notice) => (
        <Notice
          key={notice.id}
          tone="wrong"
          title={refusedTitle(notice, people, i18n)}
          actions={
            <>
              {notice.draft && onReview && (
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
          <p>{reason(notice, people, i18n)}</p>
          {notice.draft && !onReview && <p class="change-notice-typed">{refusedText(notice, i18n)}</p>}
        </Notice>
      ))}
    </div>
  );
}

const reason = ({ code, current }: RefusedChange, people: People, i18n: I18n): string =>
  code === 'stale-version' && current ? meanwhileText('notice.stale', current.updatedBy, people, i18n) : i18n.t(`problem.${code}`);
