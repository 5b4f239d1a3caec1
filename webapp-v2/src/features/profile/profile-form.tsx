import { useSignal } from '@preact/signals';
import { LIMITS, type Profile, type ProfileEdit } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import type { TargetedEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { currencyOptions, likelyCurrency } from '../../i18n/currencies.ts';
import { bestLanguage, LANGUAGES, ownName } from '../../i18n/languages.ts';
import type { Result } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblem } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changedFields, type ProfileDraft, SAMPLE } from './profile-draft.ts';

export interface ProfileFormProps {
  profile: Profile;
  save: (edit: ProfileEdit) => Promise<Result<Profile>>;
  browserLanguages: readonly string[];
}

/** Only what the reader has touched is their draft; the rest follows the profile, also when another browser changes it. */
export function ProfileForm({ profile, save, browserLanguages }: ProfileFormProps) {
  const i18n = useI18n();
  const { t, currencyName, money, date, numberLocale } = i18n;
  const draft = useSignal<ProfileDraft>({});
  const problem = useSignal<string | null>(null);
  const asked = useSignal(false);
  const saved = useSignal(false);
  const busy = useSignal(false);
  const shown = { ...profile, ...draft.value };
  const isNameMissing = normaliseLine(shown.displayName) === '';

  const currencies = useMemo(
    () => [{ value: '', text: t('profile.likeRegion', { currency: likelyCurrency(numberLocale) }) }, ...currencyOptions(currencyName)],
    [t, currencyName, numberLocale],
  );
  const languages = [
    { value: '', text: t('profile.likeBrowser', { language: ownName(bestLanguage(browserLanguages)) }) },
    ...LANGUAGES.map((value) => ({ value, text: ownName(value) })),
  ];

  const change = (patch: ProfileDraft) => {
    draft.value = { ...draft.value, ...patch };
    problem.value = null;
    saved.value = false;
  };

  const submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    if (busy.value || isNameMissing) return;
    const edit = changedFields(profile, draft.value);
    busy.value = true;
    const result = edit ? await save(edit) : null;
    busy.value = false;
    if (result?.ok === false) {
      problem.value = t(`problem.${result.code}`);
      return;
    }
    draft.value = {};
    saved.value = true;
  };

  return (
    <form class="profile-part stack" noValidate onSubmit={submit}>
      <TextField
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        error={isNameMissing && asked.value ? t('account.missingName') : undefined}
        value={shown.displayName}
        maxLength={LIMITS.nameLength}
        autocomplete="name"
        onInput={(displayName) => change({ displayName })}
      />
      <SelectField
        label={t('profile.language')}
        hint={t('profile.languageHint', { amount: money(SAMPLE.amount, SAMPLE.currency), date: date(SAMPLE.date) })}
        value={shown.locale ?? ''}
        options={languages}
        onChange={(locale) => change({ locale: locale || null })}
      />
      <SelectField
        label={t('profile.currency')}
        value={shown.defaultCurrency ?? ''}
        options={currencies}
        onChange={(currency) => change({ defaultCurrency: currency || null })}
      />
      <FormProblem text={problem.value} />
      <div class="profile-save">
        <Button type="submit" look="primary" busy={busy.value}>
          {t('action.save')}
        </Button>
        <p class="quiet" role="status">
          {saved.value && t('profile.saved')}
        </p>
      </div>
    </form>
  );
}
