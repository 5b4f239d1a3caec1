import { useSignal } from '@preact/signals';
import { LIMITS, type Member, ROLES, type Role } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import type { MemberEdit } from '../../../stores/group-actions.ts';
import type { OpenGroup } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { hasOpenBalance } from '../balances/open-balance.ts';
import type { People } from '../people.ts';
import { Confirmed } from '../settings/confirmed.tsx';
import type { MemberRights } from './may-edit.ts';
import '../settings/settings.css';

export interface MemberSheetProps {
  member: Member;
  rights: MemberRights;
  store: OpenGroup;
  people: People;
  onClose: () => void;
}

/** The name and role of one member, and their removal. */
export function MemberSheet({ member, rights, store, people, onClose }: MemberSheetProps) {
  const { t } = useI18n();
  const name = useSignal<string | null>(null);
  const role = useSignal<Role | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const typed = name.value ?? member.displayName;
  const displayName = normaliseLine(typed);
  const isMissing = displayName === '';

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.value || isMissing) return;
    const edit: MemberEdit = {};
    if (displayName !== member.displayName) edit.displayName = displayName;
    if (role.value !== null && role.value !== member.role) edit.role = role.value;
    if (Object.keys(edit).length === 0) return onClose();
    busy.value = true;
    const result = await store.updateMember(member.id, edit, member.version);
    busy.value = false;
    if (result.ok) onClose();
    else problem.value = t(`problem.${result.code}`);
  };

  return (
    <Sheet title={people.labelOf(member.id)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={submit}>
        <TextField
          label={t('members.name')}
          error={isMissing ? t('members.missingName') : undefined}
          value={typed}
          maxLength={LIMITS.nameLength}
          onInput={(text) => {
            name.value = text;
          }}
        />
        {rights.role && (
          <Choice
            label={t('members.role')}
            look="list"
            value={role.value ?? member.role}
            options={ROLES.toReversed().map((value) => ({ value, text: t(`role.${value}`), hint: t(`roleHint.${value}`) }))}
            onChange={(value) => {
              role.value = value;
            }}
          />
        )}
        <FormProblem text={problem.value} />
        <div class="settings-save">
          <Button type="submit" look="primary" busy={busy.value}>
            {t('action.save')}
          </Button>
        </div>
      </form>
      {rights.remove && (
        <section class="settings-part">
          <h3 class="settings-heading">{t('members.remove')}</h3>
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
                onDone={onClose}
              />
            </>
          )}
        </section>
      )}
    </Sheet>
  );
}
