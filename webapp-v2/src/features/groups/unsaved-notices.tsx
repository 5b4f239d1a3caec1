import { useI18n } from '../../i18n/context.ts';
import type { UnseenNotices } from '../../stores/account/group-list.ts';
import { Notice } from '../../ui/notice.tsx';

/** Leads to the groups in which changes of the reader were refused; what they were is told there. */
export function UnsavedNotices({ unseen }: { unseen: readonly UnseenNotices[] }) {
  const { t } = useI18n();
  return (
    <div role="alert" class="notices">
      {unseen.map(({ groupId, name, count }) => (
        <Notice
          key={groupId}
          tone="wrong"
          title={name ?? t('groups.gone')}
          actions={
            <a class="button button-plain" href={`/groups/${groupId}`}>
              {t('groups.lookAtThem')}
            </a>
          }
        >
          <p>{t('groups.unsaved', { count })}</p>
        </Notice>
      ))}
    </div>
  );
}
