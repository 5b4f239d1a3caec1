import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { createDepartures } from './create-departures.ts';
import type { Departed } from './departed.ts';

interface DeparturesProps {
  groupList: GroupListStore;
  /** The list as it was before anything arrived. */
  before: readonly Departed[];
  /** Of the group whose page is open. */
  openId: string | null;
}

/** Tells whoever was taken out of a group, or whose group was deleted, on whatever page they are; of what they had typed there, until they discard it. */
export function Departures({ groupList, before, openId }: DeparturesProps) {
  const { t } = useI18n();
  const [departures] = useState(() => createDepartures(groupList));
  const open = useRef(openId);
  open.current = openId;

  useEffect(() => departures.follow(before, () => open.current), [departures]);
  // The page of a group that is gone may have been where it was dismissed.
  useEffect(() => departures.look(), [departures, openId]);

  return (
    <div role="alert" class="notices column column-narrow">
      {departures.told(openId).map(({ id, name, hasDrafts }) => (
        <Notice
          key={id}
          title={name === null ? t('groups.gone') : t('groups.departed', { name })}
          actions={
            hasDrafts ? (
              <>
                <a class="button button-plain" href={`/groups/${id}`} onClick={() => departures.dismiss(id)}>
                  {t('groups.lookAtTyped')}
                </a>
                <Button
                  look="plain"
                  onClick={() => {
                    void groupList.discardTyped(id);
                    departures.dismiss(id);
                  }}
                >
                  {t('groups.discardTyped')}
                </Button>
              </>
            ) : (
              <Button look="plain" onClick={() => departures.dismiss(id)}>
                {t('action.dismiss')}
              </Button>
            )
          }
        >
          <p>{t('group.goneHint')}</p>
        </Notice>
      ))}
    </div>
  );
}
