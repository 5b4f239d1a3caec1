import { useSignal } from '@preact/signals';
import { type InvitePreview, LIMITS } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { Failure } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { useDraft } from '../../ui/editing/use-draft.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { useSubmission } from '../../ui/submission.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { Joining } from './create-joining.ts';
import { refusalOf } from './refusal.ts';

interface JoinFormProps {
  preview: InvitePreview;
  joining: Joining;
  drafts: Drafts;
  displayName: string;
  onJoined: (groupId: string) => void;
}

const SOMEONE_NEW = 'new';
const FIRST_ANSWER = 'input:checked, input:not([type="radio"])';

/** Who the reader is in the group: a place that was kept for them, or somebody new. */
export function JoinForm({ preview, joining, drafts, displayName, onJoined }: JoinFormProps) {
  const { t } = useI18n();
  const { groupName, placeholders } = preview;
  const keptFor = placeholders.find(({ id }) => id === preview.claims);
  const who = useSignal(keptFor?.id ?? SOMEONE_NEW);
  const { draft, remark, discard } = useDraft<{ name: string }, null>(drafts, 'join', () => ({
    entity: null,
    form: { name: displayName },
  }));
  const { name } = draft.form.value;
  const { busy, problem, send, forgive } = useSubmission<Failure>();
  const chosen = placeholders.find(({ id }) => id === who.value);
  const ownName = chosen?.displayName ?? normaliseLine(name);
  const { asked, attributes } = useForm(ownName !== '', () => {
    const answer = { displayName: ownName, claims: chosen?.id ?? null };
    void send(
      () => joining.accept(answer),
      ({ groupId }) => {
        discard();
        onJoined(groupId);
      },
    );
  });
  // They have to say anew who they are, and begin where that is said.
  const lost = joining.lost.value;
  useEffect(() => {
    if (lost) attributes.ref.current?.querySelector<HTMLElement>(FIRST_ANSWER)?.focus();
  }, [lost]);
  const why = (code: Failure) => {
    if (lost) return t('join.placeLost', { name: lost.displayName });
    return t(keptFor ? refusalOf(code) : `problem.${code}`);
  };

  return (
    <form {...attributes} class="stack">
      <h1 class="heading heading-title">{t('join.title', { group: groupName })}</h1>
      {keptFor && <p class="hint">{t('join.claimFor', { name: keptFor.displayName })}</p>}
      {!keptFor && placeholders.length > 0 && (
        <>
          <p class="hint">{t('join.placeholderHint')}</p>
          <Choice
            label={t('join.who')}
            look="list"
            value={chosen?.id ?? SOMEONE_NEW}
            options={[
              ...placeholders.map(({ id, displayName: text }) => ({ value: id, text })),
              { value: SOMEONE_NEW, text: t('join.someoneNew') },
            ]}
            onChange={(value) => {
              who.value = value;
              forgive();
            }}
          />
        </>
      )}
      {!chosen && remark}
      {!chosen && (
        <TextField
          label={t('join.name')}
          error={asked && ownName === '' ? t('join.missingName') : undefined}
          value={name}
          maxLength={LIMITS.nameLength}
          autocomplete="name"
          onInput={(text) => {
            draft.form.value = { name: text };
          }}
        />
      )}
      <p class="hint">{t(preview.role === 'viewer' ? 'join.asViewer' : 'join.asMember')}</p>
      <FormProblem text={problem.value && why(problem.value)} />
      <Button type="submit" look="primary" wide busy={busy.value}>
        {t('join.join')}
      </Button>
    </form>
  );
}
