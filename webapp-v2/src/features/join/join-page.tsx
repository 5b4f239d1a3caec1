import { useEffect, useMemo } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { InvitationStore } from '../../stores/account/invitation.ts';
import type { DraftShelf } from '../../stores/draft-shelf.ts';
import { Button } from '../../ui/button.tsx';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { useDrafts } from '../../ui/editing/use-drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusContent } from '../../ui/focus.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { createJoining, type Joining } from './create-joining.ts';
import { JoinForm } from './join-form.tsx';
import { mayWorkLater, refusalOf } from './refusal.ts';
import './join-page.css';
import { Page } from '../../ui/page.tsx';

interface JoinPageProps {
  invitation: InvitationStore;
  drafts: DraftShelf;
  /** From the link's fragment, which browsers never send; null where the link has none. */
  token: string | null;
  displayName: string;
  onJoined: (groupId: string) => void;
}

export function JoinPage({ invitation, drafts: kept, token, ...props }: JoinPageProps) {
  const { t } = useI18n();
  const drafts = useDrafts(kept);
  const joining = useMemo(() => (token ? createJoining(invitation, token) : null), [invitation, token]);
  useEffect(() => void joining?.read(), [joining]);
  const preview = joining?.preview.value;
  const isFormGone = joining?.lost.value != null && !(preview?.ok && preview.value.joinedGroupId === null);
  // What had the focus went with the form.
  useEffect(() => {
    if (isFormGone) focusContent();
  }, [isFormGone]);

  return (
    <Page wide class="join" title={t('join.join')}>
      <div class="join-leaf leaf">
        <JoinContent {...props} drafts={drafts} joining={joining} />
      </div>
    </Page>
  );
}

interface JoinContentProps extends Pick<JoinPageProps, 'displayName' | 'onJoined'> {
  /** Null where the link has no token. */
  joining: Joining | null;
  drafts: Drafts;
}

function JoinContent({ joining, drafts, displayName, onJoined }: JoinContentProps) {
  const { t } = useI18n();
  const home = (
    <a class="button button-secondary" href="/">
      {t('notFound.home')}
    </a>
  );
  if (!joining) {
    return (
      <EmptyState page title={t('join.badTitle')} hint={t('join.badLink')}>
        {home}
      </EmptyState>
    );
  }
  const preview = joining.preview.value;
  if (!preview) return <Skeleton rows={3} />;
  if (!preview.ok) {
    const isPassing = mayWorkLater(preview.code);
    return (
      <EmptyState page title={t(isPassing ? 'join.laterTitle' : 'join.badTitle')} hint={t(refusalOf(preview.code))}>
        {isPassing ? (
          <Button look="primary" onClick={joining.read}>
            {t('action.tryAgain')}
          </Button>
        ) : (
          home
        )}
      </EmptyState>
    );
  }
  const { joinedGroupId, groupName } = preview.value;
  if (joinedGroupId) {
    return (
      <EmptyState page title={t('join.title', { group: groupName })} hint={t('join.alreadyIn')}>
        <Button look="primary" onClick={() => onJoined(joinedGroupId)}>
          {t('join.open')}
        </Button>
      </EmptyState>
    );
  }
  return <JoinForm preview={preview.value} joining={joining} drafts={drafts} displayName={displayName} onJoined={onJoined} />;
}
