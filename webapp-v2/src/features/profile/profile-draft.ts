import type { Profile, ProfileEdit } from '@splitifyd/shared/contract';
import { minor, normaliseLine } from '@splitifyd/shared/domain';

/** What the reader has touched; null is "as the browser". */
export type ProfileDraft = Partial<Pick<Profile, 'displayName' | 'locale' | 'defaultCurrency'>>;

/** What to send: the touched fields that differ from the profile; null where there is nothing to send. */
export function changedFields(profile: Profile, draft: ProfileDraft): ProfileEdit | null {
  const name = draft.displayName === undefined ? undefined : normaliseLine(draft.displayName);
  const edit: ProfileEdit = {
    ...(name !== undefined && name !== profile.displayName && { displayName: name }),
    ...(draft.locale !== undefined && draft.locale !== profile.locale && { locale: draft.locale }),
    ...(draft.defaultCurrency !== undefined &&
      draft.defaultCurrency !== profile.defaultCurrency && { defaultCurrency: draft.defaultCurrency }),
  };
  return Object.keys(edit).length === 0 ? null : edit;
}

/** What shows a reader how their language writes numbers and dates: a group sign, a decimal sign, a day before the twelfth. */
export const SAMPLE = { amount: minor(123_450), currency: 'EUR', date: '2026-05-09' };
