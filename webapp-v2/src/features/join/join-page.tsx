import { useSignal } from '@preact/signals';
import type { InvitePreview } from '@splitifyd/shared/contract';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import type { InvitationStore } from '../../stores/account/invitation.ts';
import type { DraftShelf } from '../../stores/draft-shelf.ts';
import type { Result } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { useDrafts } from '../../ui/editing/use-drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
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

export function JoinPage({ drafts: kept, ...props }: JoinPageProps) {
  const { invitation, token } = props;
  const { t } = useI18n();
  const drafts = useDrafts(kept);
  const preview = useSignal<Result<InvitePreview> | null>(null);

  const read = async () => {
    if (!token) return;
    preview.value = null;
    preview.value = await invitation.preview(token);
  };
  useEffect(() => void read(), [token]);

  return (
    <Page wide class="join" title={t('join.join')}>
      <div class="join-leaf leaf">
        <JoinContent {...props} drafts={drafts} preview={preview.value}>
          <Button look="primary" onClick={read}>
            {t('action.tryAgain')}
          </Button>
        </JoinContent>
      </div>
    </Page>
  );
}

interface JoinContentProps extends Omit<JoinPageProps, 'drafts'> {
  drafts: Drafts;
  preview: Result<InvitePreview> | null;
  children: ComponentChildren;
}

function JoinContent({ invitation, drafts, token, preview, displayName, onJoined, children }: JoinContentProps) {
  const { t } = useI18n();
  const home = (
    <a class="button button-secondary" href="/">
      {t('notFound.home')}
    </a>
  );
  if (!token) {
    return (
      <EmptyState page title={t('join.badTitle')} hint={t('join.badLink')}>
        {home}
      </EmptyState>
    );
  }
  if (!preview) return <Skeleton rows={3} />;
  if (!preview.ok) {
    const isPassing = mayWorkLater(preview.code);
    return (
      <EmptyState page title={t(isPassing ? 'join.laterTitle' : 'join.badTitle')} hint={t(refusalOf(preview.code))}>
        {isPassing ? children : home}
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
  return (
    <JoinForm
      preview={preview.value}
      drafts={drafts}
      displayName={displayName}
      accept={(answer) => invitation.accept(token, answer)}
      onJoined={onJoined}
    />
  );
}
