import type { Profile, ProfileEdit } from '@splitifyd/shared/contract';
import { minor, normaliseLine } from '@splitifyd/shared/domain';
import type { Editable } from '../../ui/editing/rebase.ts';

/** What its owner says in a profile; null is "as the browser". */
export type ProfileContent = Pick<Profile, 'displayName' | 'locale' | 'defaultCurrency'>;

/** What changed from `before` to `after`; null where nothing did. */
export function profileEditOf(before: ProfileContent, { displayName, locale, defaultCurrency }: ProfileContent): ProfileEdit | null {
  const edit: ProfileEdit = {};
  if (displayName !== before.displayName) edit.displayName = displayName;
  if (locale !== before.locale) edit.locale = locale;
  if (defaultCurrency !== before.defaultCurrency) edit.defaultCurrency = defaultCurrency;
  return Object.keys(edit).length > 0 ? edit : null;
}

export const editableProfile = {
  formOf: ({ displayName, locale, defaultCurrency }: ProfileContent): ProfileContent => ({ displayName, locale, defaultCurrency }),
  contentOf: ({ displayName, ...chosen }: ProfileContent): ProfileContent => ({ displayName: normaliseLine(displayName), ...chosen }),
  editOf: profileEditOf,
  units: { displayName: ['displayName'], locale: ['locale'], defaultCurrency: ['defaultCurrency'] },
} as const satisfies Editable<Profile, ProfileContent, ProfileContent, ProfileEdit> & { contentOf(form: ProfileContent): ProfileContent };

/** What shows a reader how their language writes numbers and dates: a group sign, a decimal sign, a day before the twelfth. */
export const SAMPLE = { amount: minor(123_450), currency: 'EUR', date: '2026-05-09' };
