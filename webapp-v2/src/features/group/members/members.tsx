import { useSignal } from '@preact/signals';
import { type Group, type Member, mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/open-group.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import type { People } from '../people.ts';
import { AddMemberForm } from './add-member-form.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import type { Sharing } from './sharing.ts';
import './members.css';

export interface MembersProps {
  store: OpenGroup;
  group: Group;
  people: People;
  sharing: Sharing;
}

export function Members({ store, group, people, sharing }: MembersProps) {
  const { t } = useI18n();
  /** Whom an invitation is being made for: anybody, or one placeholder. */
  const inviting = useSignal<{ claims: Member | null } | null>(null);
  const role = store.me.value?.role ?? null;
  const mayInvite = mayCall('createInvite', role);
  const invite = (claims: Member | null) => () => {
    inviting.value = { claims };
  };

  return (
    <div class="stack">
      <ul class="members">
        {people.all.map((member) => (
          <li key={member.id} class="member">
            <Avatar name={member.displayName} id={member.id} hollow={member.status === 'placeholder'} />
            <div class="member-text">
              <span class="member-name">{people.labelOf(member.id)}</span>
              <MemberRemark member={member} />
            </div>
            {mayInvite && member.status === 'placeholder' && (
              <Button label={t('members.inviteOneLabel', { name: member.displayName })} onClick={invite(member)}>
                {t('members.inviteOne')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayInvite && (
        <Button look="primary" onClick={invite(null)}>
          {t('members.invite')}
        </Button>
      )}
      {mayCall('addMember', role) && <AddMemberForm add={(name) => store.addMember(name)} />}
      {inviting.value && (
        <InviteSheet
          groupName={group.name}
          claims={inviting.value.claims}
          createInvite={(claims) => store.createInvite(claims)}
          sharing={sharing}
          onClose={() => {
            inviting.value = null;
          }}
        />
      )}
    </div>
  );
}

function MemberRemark({ member }: { member: Member }) {
  const { t } = useI18n();
  const remark =
    member.status === 'placeholder'
      ? t('members.placeholder')
      : member.status === 'left'
        ? t('members.left')
        : member.role === 'admin'
          ? t('members.admin')
          : member.role === 'viewer'
            ? t('members.viewer')
            : null;
  return remark && <span class="quiet">{remark}</span>;
}
