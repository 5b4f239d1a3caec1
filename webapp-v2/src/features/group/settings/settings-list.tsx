import type { Group } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';

/** The settings of a group for who may only look. */
export function SettingsList({ group }: { group: Group }) {
  const { t, currencyName } = useI18n();
  const { simplifyDebts } = group.settings;
  const facts = [
    [t('groups.name'), group.name],
    ...(group.description === '' ? [] : [[t('settings.description'), group.description]]),
    [t('settings.currency'), `${group.currency} · ${currencyName(group.currency)}`],
    [
      t('settings.simplify'),
      `${t(simplifyDebts ? 'settings.on' : 'settings.off')}: ${t(simplifyDebts ? 'settings.simplifyOn' : 'settings.simplifyOff')}`,
    ],
  ];
  return (
    <>
      <dl class="settings-list">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt class="field-label">{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet settings-text">{t('settings.adminsOnly')}</p>
    </>
  );
}
