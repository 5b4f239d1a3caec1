import { useSignal } from '@preact/signals';
import { useI18n } from '../../i18n/context.ts';
import type { ProfileStore } from '../../stores/account/profile.ts';
import type { SessionStore } from '../../stores/account/session.ts';
import type { DraftShelf } from '../../stores/draft-shelf.ts';
import { Button } from '../../ui/button.tsx';
import { useDrafts } from '../../ui/editing/use-drafts.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WayBack } from '../../ui/way-back.tsx';
import { DeleteAccountSheet } from './delete-account-sheet.tsx';
import { ProfileForm } from './profile-form.tsx';
import './profile-page.css';

interface ProfilePageProps {
  profile: ProfileStore;
  drafts: DraftShelf;
  session: SessionStore;
  onSignOut: () => void;
  /** What the browser prefers, best first. */
  browserLanguages: readonly string[];
}

/** What the account says of its owner, and the two ways out of it. */
export function ProfilePage({ profile: store, drafts: kept, session, onSignOut, browserLanguages }: ProfilePageProps) {
  const { t } = useI18n();
  const drafts = useDrafts(kept);
  const deleting = useSignal(false);
  const account = session.account.value;
  const profile = store.profile.value;
  return (
    <Page wide class="profile" title={t('profile.title')}>
      <header>
        <WayBack href="/" text={t('groups.back')} />
        <h1 class="heading heading-display">{t('profile.title')}</h1>
        <p class="quiet profile-email">{account?.email}</p>
      </header>
      <div class="profile-parts leaf">
        {profile ? (
          <ProfileForm profile={profile} drafts={drafts} save={store.save} browserLanguages={browserLanguages} />
        ) : (
          <div class="profile-to-come">
            <Skeleton rows={3} leading={false} />
          </div>
        )}
        <section class="profile-part stack">
          <h2 class="heading">{t('account.signOut')}</h2>
          <p class="hint">{t('profile.signOutHint')}</p>
          <div>
            <Button onClick={onSignOut}>{t('account.signOut')}</Button>
          </div>
        </section>
        <section class="profile-part stack">
          <h2 class="heading">{t('profile.deleteTitle')}</h2>
          <p class="hint">{t('profile.deleteLedger')}</p>
          <div>
            <Button
              look="danger"
              onClick={() => {
                deleting.value = true;
              }}
            >
              {t('profile.deleteOpen')}
            </Button>
          </div>
        </section>
      </div>
      {deleting.value && (
        <DeleteAccountSheet
          deleteAccount={() => store.deleteAccount()}
          onClose={() => {
            deleting.value = false;
          }}
        />
      )}
    </Page>
  );
}
