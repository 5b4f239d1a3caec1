import { useI18n } from '../../../i18n/context.ts';
import type { Result } from '../../../stores/result.ts';
import { Confirmed } from './confirmed.tsx';

interface LeaveGroupProps {
  groupName: string;
  /** The reader owes or is owed something. */
  isOpen: boolean;
  leave: () => Promise<Result<null>>;
  onLeft: () => void;
}

export function LeaveGroup({ groupName, isOpen, leave, onLeft }: LeaveGroupProps) {
  const { t } = useI18n();
  return (
    <section class="settings-part">
      <h3 class="heading">{t('settings.leave')}</h3>
      {isOpen ? (
        <p class="settings-text">{t('settings.leaveOpen')}</p>
      ) : (
        <>
          <p class="settings-text">{t('settings.leaveHint')}</p>
          <Confirmed
            text={t('settings.leave')}
            question={t('settings.leaveTitle', { group: groupName })}
            cancel={t('settings.stay')}
            act={leave}
            onDone={onLeft}
          />
        </>
      )}
    </section>
  );
}
