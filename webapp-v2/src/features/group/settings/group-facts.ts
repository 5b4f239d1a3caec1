import type { Group } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import { factsOf, quoted } from '../../../ui/editing/fact.ts';
import type { editableGroup } from './group-form.ts';

type GroupContent = Pick<Group, 'name' | 'description' | 'currency' | 'settings'>;

/** Some settings of a group in words. */
export function groupFacts(group: GroupContent, units: readonly string[], i18n: Pick<I18n, 't' | 'currencyName'>): string {
  const { t, currencyName } = i18n;
  return factsOf<keyof typeof editableGroup.units>(
    units,
    {
      name: [t('groups.name'), quoted(group.name, i18n)],
      description: [t('settings.description'), quoted(group.description, i18n)],
      currency: [t('settings.currency'), currencyName(group.currency)],
      settings: [t('settings.simplify'), t(group.settings.simplifyDebts ? 'settings.on' : 'settings.off')],
    },
    i18n,
  );
}
