import { useSignal } from '@preact/signals';
import { LIMITS, type Member } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useId, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Failure, Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { isTouched } from '../../../ui/editing/draft.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { useSubmission } from '../../../ui/submission.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useForm } from '../../../ui/use-form.ts';
import { draftName } from '../editing/draft-name.ts';
import { NotAllowed } from '../editing/not-allowed.tsx';

interface AddMemberFormProps {
  drafts: Drafts;
  add: (displayName: string) => Promise<Result<Member>>;
  /** The reader's role lets them add somebody; who may not any more keeps what they typed. */
  isAllowed: boolean;
}

export function AddMemberForm({ drafts, add, isAllowed }: AddMemberFormProps) {
  const { t } = useI18n();
  const { draft, remark } = useDraft<{ name: string }, null>(drafts, draftName.newMember, () => ({ entity: null, form: { name: '' } }));
  const { name } = draft.form.value;
  const added = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, send } = useSubmission<Failure>();
  const whyNotId = useId();
  const displayName = normaliseLine(name);
  const { asked, attributes } = useForm(displayName !== '' && isAllowed, () => {
    added.value = null;
    const typed = draft.form.value;
    void send(
      () => add(displayName),
      () => {
        added.value = t('members.added', { name: displayName });
        if (draft.form.value === typed) draft.form.value = draft.origin.value.form;
        // Several are often added in a row.
        input.current?.focus();
      },
    );
  });

  if (!isAllowed && !isTouched(draft)) return null;
  return (
    <form {...attributes} class="add-member">
      <h2 class="heading">{t('members.addTitle')}</h2>
      <p class="quiet">{t('members.addHint')}</p>
      {!isAllowed && <NotAllowed id={whyNotId} />}
      {remark}
      <div class="add-member-row">
        <TextField
          label={t('members.name')}
          error={asked && displayName === '' ? t('members.missingName') : undefined}
          value={name}
          maxLength={LIMITS.nameLength}
          inputRef={input}
          onInput={(text) => {
            draft.form.value = { name: text };
          }}
        />
        <Button type="submit" busy={busy.value} blockedBy={isAllowed ? undefined : whyNotId}>
          {t('members.add')}
        </Button>
      </div>
      <p class="quiet" role="status">
        {added.value}
      </p>
      <FormProblem text={problem.value && t(`problem.${problem.value}`)} />
    </form>
  );
}
