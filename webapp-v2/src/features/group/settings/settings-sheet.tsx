import { type Group, mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { hasOpenBalance } from '../balances/open-balance.ts';
import type { Drafts } from '../editing/drafts.ts';
import type { People } from '../people.ts';
import { DeleteGroup } from './delete-group.tsx';
import { LeaveGroup } from './leave-group.tsx';
import { SettingsForm } from './settings-form.tsx';
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
  return (
    <Sheet title={t('settings.title')} onClose={() => onShow(null)}>
      <SettingsForm
        group={group}
        mayEdit={mayCall('updateGroup', role)}
        drafts={drafts}
        save={(edit, version) => store.updateGroup(edit, version)}
      />
      <LeaveGroup
        groupName={group.name}
        isOpen={people.me !== null && hasOpenBalance(store.balances.value, people.me)}
        leave={() => store.leave()}
        onLeft={onLeft}
      />
      {mayCall('deleteGroup', role) && <DeleteGroup groupName={group.name} remove={() => store.deleteGroup()} onDeleted={onLeft} />}
    </Sheet>
  );
}
