import { useSignal } from '@preact/signals';
import type { Invite } from '@splitifyd/shared/contract';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import { revokedText } from './invite-text.ts';
import { OpenInvite } from './open-invite.tsx';

/** The invitation links that still admit somebody. */
export function OpenInvites({ store, people }: { store: OpenGroup; people: People }) {
  const i18n = useI18n();
  const { t } = i18n;
  const listed = useSignal<Result<Invite[]> | null>(null);
  const outcome = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);
  // Links are made elsewhere, by others too; the activity tells when.
  const changes = store.activity.value.filter(({ entity }) => entity.kind === 'invite').length;

  const list = async () => {
    const answer = await store.listInvites();
    if (answer.ok || !listed.peek()?.ok) listed.value = answer;
  };
  useEffect(() => void list(), [changes]);

  const revoke = async (invite: Invite) => {
    outcome.value = null;
    problem.value = null;
    const result = await store.revokeInvite(invite.id);
    if (result.ok) outcome.value = revokedText(invite, people, i18n);
    else problem.value = t(`problem.${result.code}`);
    await list();
  };

  return (
    <section class="invites">
      <h2 class="heading" tabIndex={-1}>
        {t('invites.title')}
      </h2>
      {listed.value?.ok === false && (
        <>
          <FormProblem text={t(`problem.${listed.value.code}`)} />
          <Button onClick={() => void list()}>{t('action.tryAgain')}</Button>
        </>
      )}
      {listed.value?.ok && <Invites invites={listed.value.value} people={people} onRevoke={revoke} />}
      <p class="quiet" role="status">
        {outcome.value}
      </p>
      <FormProblem text={problem.value} />
    </section>
  );
}

interface InvitesProps {
  invites: readonly Invite[];
  people: People;
  /** Resolves when the list is as it has become. */
  onRevoke: (invite: Invite) => Promise<void>;
}

function Invites({ invites, people, onRevoke }: InvitesProps) {
  const { t } = useI18n();
  if (invites.length === 0) return <p class="quiet">{t('invites.none')}</p>;
  return (
    <ul class="rows">
      {invites.map((invite) => (
        <OpenInvite key={invite.id} invite={invite} people={people} onRevoke={onRevoke} />
      ))}
    </ul>
  );
}
