import { type Group, mayCall } from '@splitifyd/shared/contract';
import { useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { hasOpenBalance } from '../balances/open-balance.ts';
import type { People } from '../people.ts';
import { DeleteGroup } from './delete-group.tsx';
import { EditSettings } from './edit-settings.tsx';
import { LeaveGroup } from './leave-group.tsx';
import { SettingsList } from './settings-list.tsx';
import './settings.css';

interface SettingsSheetProps {
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: Drafts;
  /** The reader is not in the group any more, by their own wish. */
  onLeft: () => void;
  onShow: (sheet: null) => void;
}

/** What the group is called and how it settles; how to leave it, and how to end it. */
export function SettingsSheet({ store, group, people, drafts, onLeft, onShow }: SettingsSheetProps) {
  const { t } = useI18n();
  const role = store.me.value?.role ?? null;
  const close = () => onShow(null);
  const isAllowed = mayCall('updateGroup', role);
  // What was typed stays in sight of who may not save it any more.
  const mayHaveTyped = useRef(isAllowed);
  if (isAllowed) mayHaveTyped.current = true;
  const ends = (
    <>
      <LeaveGroup
        groupName={group.name}
        isOpen={people.me !== null && hasOpenBalance(store.balances.value, people.me)}
        leave={() => store.leave()}
        onLeft={onLeft}
      />
      {mayCall('deleteGroup', role) && <DeleteGroup groupName={group.name} remove={() => store.deleteGroup()} onDeleted={onLeft} />}
    </>
  );
  return mayHaveTyped.current ? (
    <EditSettings
      group={group}
      drafts={drafts}
      save={(edit, version) => store.updateGroup(edit, version)}
      isAllowed={isAllowed}
      onClose={close}
      below={ends}
    />
  ) : (
    <Sheet title={t('settings.title')} onClose={close}>
      <SettingsList group={group} />
      {ends}
    </Sheet>
  );
}
