import type { I18n } from '../../i18n/i18n.ts';

/** What somebody typed, told in a sentence of ours. */
export const quoted = (text: string, { t }: Pick<I18n, 't'>): string => (text === '' ? t('editing.empty') : t('editing.quoted', { text }));

/** The values that some units of an entity have, each with its name: "Note: “late” · Date: Mon 2 Mar". */
export function factsOf<Unit extends string>(
  units: readonly string[],
  values: Readonly<Record<Unit, readonly [what: string, value: string]>>,
  { t }: Pick<I18n, 't'>,
): string {
  const facts = Object.entries<readonly [string, string]>(values).filter(([unit]) => units.includes(unit));
  return facts.map(([, [what, value]]) => t('editing.fact', { what, value })).join(' · ');
}
