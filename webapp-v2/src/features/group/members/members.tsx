import { type Member, type MemberRights, mayCall } from '@splitifyd/shared/contract';
import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import { OpenInvites } from '../invite/open-invites.tsx';
import type { People } from '../people.ts';
import { AddMemberForm } from './add-member-form.tsx';
import { offeredRights } from './offered-rights.ts';
import './members.css';

interface MembersProps {
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** Makes a link for anybody, or for one placeholder. */
  onInvite: (claims: Member | null) => void;
  onEdit: (member: Member) => void;
}

export function Members({ store, people, drafts, onInvite, onEdit }: MembersProps) {
  const { t } = useI18n();
  const me = store.me.value;
  const role = me?.role ?? null;
  const mayInvite = mayCall('createInvite', role);

  return (
    <div class="stack">
      <header class="members-header">
        <h2 class="heading">{t('groups.members', { count: people.present.length })}</h2>
        {mayInvite && <Button onClick={() => onInvite(null)}>{t('members.invite')}</Button>}
      </header>
      <ul class="rows">
        {people.all.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            people={people}
            rights={offeredRights(member, me)}
            onInvite={mayInvite && member.status === 'placeholder' ? () => onInvite(member) : null}
            onEdit={() => onEdit(member)}
          />
        ))}
      </ul>
      <AddMemberForm drafts={drafts} add={(name) => store.addMember(name)} isAllowed={mayCall('addMember', role)} />
      {mayCall('listInvites', role) && <OpenInvites store={store} people={people} />}
    </div>
  );
}

interface MemberRowProps {
  member: Member;
  people: People;
  rights: MemberRights;
  /** Null where nobody can be invited to this place by the reader. */
  onInvite: (() => void) | null;
  onEdit: () => void;
}

function MemberRow({ member, people, rights, onInvite, onEdit }: MemberRowProps) {
  const { t } = useI18n();
  const name = member.displayName;
  const mayEdit = rights.name || rights.remove;
  return (
    <li class="member">
      <Avatar name={name} id={member.id} hollow={member.status === 'placeholder'} />
      <div class="member-text">
        <span class="row-name">{people.labelOf(member.id)}</span>
        <MemberRemark member={member} />
      </div>
      {(onInvite || mayEdit) && (
        <Actions>
          {onInvite && (
            <Button label={t('members.inviteOneLabel', { name })} onClick={onInvite}>
              {t('members.inviteOne')}
            </Button>
          )}
          {mayEdit && (
            <Button look="plain" label={t('members.editLabel', { name })} onClick={onEdit}>
              {t('members.edit')}
            </Button>
          )}
        </Actions>
      )}
    </li>
  );
}

/** Whoever is removed leaves a line behind, but nothing to press in it. */
function Actions({ children }: { children: ComponentChildren }) {
  const actions = useHandOnFocus<HTMLDivElement>((gone) => gone.parentElement?.nextElementSibling?.querySelector('button'));
  return (
    <div ref={actions} class="member-actions">
      {children}
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
