import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Departed, departedBetween } from './departed.ts';

interface DeparturesProps {
  groupList: GroupListStore;
  /** Of the group whose page is open. */
  openId: string | null;
}

/** `hasDrafts`: something was half typed there, which the page of the group still tells. */
type Announced = Departed & { hasDrafts: boolean };

/** Tells whoever was taken out of a group, or whose group was deleted, on whatever page they are. */
export function Departures({ groupList, openId }: DeparturesProps) {
  const { t } = useI18n();
  const announced = useSignal<readonly Announced[]>([]);
  const seen = useRef<readonly Departed[]>([]);
  const open = useRef(openId);
  open.current = openId;
  // Not after the next paint: whoever leaves a group is on their way home by then.
  useSignalEffect(() => {
    const groups = groupList.groups.value;
    if (groupList.status.value !== 'ready') return;
    const departed = departedBetween(seen.current, groups, open.current);
    seen.current = groups;
    for (const group of departed) {
      void groupList.hasDrafts(group.id).then((hasDrafts) => {
        announced.value = [...announced.peek(), { ...group, hasDrafts }];
      });
    }
  });

  const dismiss = (dismissed: string) => {
    announced.value = announced.value.filter(({ id }) => id !== dismissed);
  };

  return (
    <div role="alert" class="notices column column-narrow">
      {announced.value.map(({ id, name, hasDrafts }) => (
        <Notice
          key={id}
          title={t('groups.departed', { name })}
          actions={
            <>
              {hasDrafts && (
                <a class="button button-plain" href={`/groups/${id}`} onClick={() => dismiss(id)}>
                  {t('groups.lookAtTyped')}
                </a>
              )}
              <Button look="plain" onClick={() => dismiss(id)}>
                {t('action.dismiss')}
              </Button>
            </>
          }
        >
          <p>{t('group.goneHint')}</p>
        </Notice>
      ))}
    </div>
  );
}
