import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { createDepartures } from './create-departures.ts';
import { type Departed, departedBetween } from './departed.ts';

interface DeparturesProps {
  groupList: GroupListStore;
  /** The list as it was before anything arrived. */
  before: readonly Departed[];
  /** Of the group whose page is open. */
  openId: string | null;
  /** Of the groups that the reader has left or deleted. */
  left: ReadonlySet<string>;
}

/** Tells whoever was taken out of a group, or whose group was deleted, on whatever page they are; of what they had typed there, until they discard it. */
export function Departures({ groupList, before, openId, left }: DeparturesProps) {
  const { t } = useI18n();
  const [departures] = useState(() => createDepartures(groupList));
  const seen = useRef<readonly Departed[]>(before);
  const open = useRef(openId);
  open.current = openId;

  // The page of a group that is gone may have been where it was dismissed.
  useEffect(() => departures.look(), [departures, openId]);
  useSignalEffect(() => {
    const groups = groupList.groups.value;
    if (groupList.status.value !== 'ready') return;
    const gone = departedBetween(seen.current, groups, { openId: open.current, left });
    seen.current = groups;
    if (gone.length > 0) departures.look(gone);
  });

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
