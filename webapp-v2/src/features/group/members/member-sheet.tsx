import { type Group, isPresent, LIMITS, type Member, ROLES } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import { Choice } from '../../../ui/choice.tsx';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { factsOf, quoted } from '../../../ui/editing/fact.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { useSavedEdit } from '../../../ui/editing/use-saved-edit.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { hasOpenBalance } from '../balances/open-balance.ts';
import { draftName } from '../editing/draft-name.ts';
import { SavedSheet } from '../editing/saved-sheet.tsx';
import type { People } from '../people.ts';
import { Confirmed } from '../settings/confirmed.tsx';
import { editableMember, type MemberForm, memberFormOf } from './member-form.ts';
import { offeredRights } from './offered-rights.ts';
import '../settings/settings.css';

interface MemberSheetProps {
  store: OpenGroup;
  group: Group;
  people: People;
  drafts: Drafts;
  /** The member as they were when the sheet was opened. */
  open: { member: Member };
  onShow: (sheet: null) => void;
}

/** The name and role of one member, and their removal. */
export function MemberSheet({ open, store, group, people, drafts, onShow }: MemberSheetProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const close = () => onShow(null);
  // Who left may have given up even their place [REST42].
  const member: Member = group.members[open.member.id] ?? { ...open.member, status: 'left' };
  const rights = offeredRights(member, store.me.value);
  const { draft, remark } = useDraft<MemberForm, Member>(drafts, draftName.member(member.id), () => ({
    entity: member,
    form: memberFormOf(member),
  }));
  const edit = useSavedEdit(editableMember, draft, member, (changed, version) => store.updateMember(member.id, changed, version));
  const { displayName, role } = draft.form.value;
  const isMissing = normaliseLine(displayName) === '';

  return (
    <SavedSheet
      title={people.labelOf(member.id)}
      edit={edit}
      theirs={factsOf(
        edit.conflicts,
        { displayName: [t('members.name'), quoted(member.displayName, i18n)], role: [t('members.role'), t(`role.${member.role}`)] },
        i18n,
      )}
      remark={remark}
      invalid={isMissing}
      isAllowed={isPresent(member) && rights.name && (rights.role || role === member.role)}
      whyNot={isPresent(member) ? undefined : t('members.leftMeanwhile', { name: member.displayName })}
      onSaved={close}
      onClose={close}
      below={rights.remove && <Removal member={member} store={store} onDone={close} />}
    >
      <TextField
        label={t('members.name')}
        error={isMissing ? t('members.missingName') : undefined}
        value={displayName}
        maxLength={LIMITS.nameLength}
        onInput={(text) => edit.change({ displayName: text })}
      />
      {(rights.role || role !== member.role) && (
        <Choice
          label={t('members.role')}
          look="list"
          value={role}
          options={ROLES.toReversed().map((value) => ({ value, text: t(`role.${value}`), hint: t(`roleHint.${value}`) }))}
          onChange={(value) => edit.change({ role: value })}
        />
      )}
    </SavedSheet>
  );
}

/** Taking somebody out of the group, as soon as nothing is open with them. */
function Removal({ member, store, onDone }: { member: Member; store: OpenGroup; onDone: () => void }) {
  const { t } = useI18n();
  return (
    <section class="settings-part">
      <h3 class="heading">{t('members.remove')}</h3>
      {hasOpenBalance(store.balances.value, member.id) ? (
        <p class="settings-text">{t('members.removeOpen', { name: member.displayName })}</p>
      ) : (
        <>
          <p class="settings-text">{t('members.removeHint')}</p>
          <Confirmed
            text={t('members.remove')}
            question={t('members.removeTitle', { name: member.displayName })}
            cancel={t('members.keep')}
            act={() => store.removeMember(member.id)}
            onDone={onDone}
          />
        </>
      )}
    </section>
  );
}
