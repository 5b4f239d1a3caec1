import { useI18n } from '../../i18n/context.ts';
import { Icon } from '../../ui/icon.tsx';

/** The way home from a group. */
export function GroupBack() {
  const { t } = useI18n();
  return (
    <a class="group-back" href="/">
      <Icon name="back" />
      {t('group.back')}
    </a>
  );
}
