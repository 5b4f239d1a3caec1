import { useSignal } from '@preact/signals';
import type { Invite } from '@splitifyd/shared/contract';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';

/** The invitation links that still admit somebody. */
export function OpenInvites({ store, people }: { store: OpenGroup; people: People }) {
  const { t } = useI18n();
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

  const revoke = async ({ id }: Invite) => {
    const result = await store.revokeInvite(id);
    outcome.value = result.ok ? t('invites.revoked') : null;
    problem.value = result.ok ? null : t(`problem.${result.code}`);
    await list();
  };

  return (
    <section class="invites">
      <h2 class="heading">{t('invites.title')}</h2>
      {listed.value?.ok === false && (
        <>
          <FormProblem text={t(`problem.${listed.value.code}`)} />
          <Button onClick={() => void list()}>{t('action.tryAgain')}</Button>
        </>
      )}
      {listed.value?.ok && <Invites invites={listed.value.value} people={people} onRevoke={(invite) => void revoke(invite)} />}
      <p class="quiet" role="status">
        {outcome.value}
      </p>
      <FormProblem text={problem.value} />
    </section>
  );
}

function Invites({ invites, people, onRevoke }: { invites: readonly Invite[]; people: People; onRevoke: (invite: Invite) => void }) {
  const { t, moment } = useI18n();
  if (invites.length === 0) return <p class="quiet">{t('invites.none')}</p>;
  return (
    <ul class="rows">
      {invites.map((invite) => {
        const whom = invite.claims === null ? t('invites.anybody') : t('invites.forName', { name: people.nameOf(invite.claims) });
        const details = [t('invites.details', { name: people.fromNameOf(invite.createdBy), date: moment(invite.expiresAt) })];
        if (invite.role === 'viewer') details.unshift(t('role.viewer'));
        if (invite.uses > 0) details.push(t('invites.uses', { count: invite.uses }));
        return (
          <li key={invite.id} class="invite">
            <div class="member-text">
              <span class="row-name">{whom}</span>
              <span class="quiet">{details.join(' · ')}</span>
            </div>
            <Button label={t('invites.revokeLabel', { invite: `${whom}, ${details.join(', ')}` })} onClick={() => onRevoke(invite)}>
              {t('invites.revoke')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
