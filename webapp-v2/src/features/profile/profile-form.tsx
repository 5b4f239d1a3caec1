import { LIMITS, type Profile, type ProfileEdit } from '@splitifyd/shared/contract';
import { normaliseLine } from '@splitifyd/shared/domain';
import { useMemo } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { currencyOptions, likelyCurrency } from '../../i18n/currencies.ts';
import { bestLanguage, LANGUAGES, ownName } from '../../i18n/languages.ts';
import type { Result } from '../../stores/result.ts';
import { Button } from '../../ui/button.tsx';
import { Conflict } from '../../ui/editing/conflict.tsx';
import type { Drafts } from '../../ui/editing/drafts.ts';
import { factsOf, quoted } from '../../ui/editing/fact.ts';
import { useDraft } from '../../ui/editing/use-draft.tsx';
import { useSavedEdit } from '../../ui/editing/use-saved-edit.ts';
import { FormProblem } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { editableProfile, type ProfileContent, SAMPLE } from './profile-content.ts';

interface ProfileFormProps {
  profile: Profile;
  drafts: Drafts;
  save: (edit: ProfileEdit, version: number) => Promise<Result<Profile>>;
  browserLanguages: readonly string[];
}

/** What the reader has typed rests on the profile that they saw; the rest follows it, also when another browser changes it. */
export function ProfileForm({ profile, drafts, save, browserLanguages }: ProfileFormProps) {
  const i18n = useI18n();
  const { t, currencyName, money, date, homeLocale } = i18n;
  const { draft, remark } = useDraft<ProfileContent, Profile>(drafts, 'profile', () => ({
    entity: profile,
    form: editableProfile.formOf(profile),
  }));
  const edit = useSavedEdit(editableProfile, draft, profile, save);
  const { displayName, locale, defaultCurrency } = draft.form.value;
  const isNameMissing = normaliseLine(displayName) === '';
  const { asked, attributes } = useForm(!isNameMissing && !edit.isConflict, edit.submit);

  const currencies = useMemo(
    () => [{ value: '', text: t('profile.likeRegion', { currency: likelyCurrency(homeLocale) }) }, ...currencyOptions(currencyName)],
    [t, currencyName, homeLocale],
  );
  const languages = [
    { value: '', text: t('profile.likeBrowser', { language: ownName(bestLanguage(browserLanguages)) }) },
    ...LANGUAGES.map((value) => ({ value, text: ownName(value) })),
  ];
  const textOf = (options: typeof languages, value: string | null) => options.find((option) => option.value === (value ?? ''))?.text ?? '';

  return (
    <form {...attributes} class="profile-part stack">
      {edit.isConflict ? (
        <Conflict
          title={t('editing.changed')}
          theirs={factsOf(
            edit.conflicts,
            {
              displayName: [t('profile.name'), quoted(profile.displayName, i18n)],
              locale: [t('profile.language'), textOf(languages, profile.locale)],
              defaultCurrency: [t('profile.currency'), textOf(currencies, profile.defaultCurrency)],
            },
            i18n,
          )}
          onTakeTheirs={() => edit.moveOn(false)}
          onKeepMine={() => edit.moveOn(true)}
        />
      ) : (
        remark
      )}
      <TextField
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        error={isNameMissing && asked ? t('account.missingName') : undefined}
        value={displayName}
        maxLength={LIMITS.nameLength}
        autocomplete="name"
        onInput={(name) => edit.change({ displayName: name })}
      />
      <SelectField
        label={t('profile.language')}
        hint={t('profile.languageHint', { amount: money(SAMPLE.amount, SAMPLE.currency), date: date(SAMPLE.date) })}
        value={locale ?? ''}
        options={languages}
        onChange={(language) => edit.change({ locale: language || null })}
      />
      <SelectField
        label={t('profile.currency')}
        value={defaultCurrency ?? ''}
        options={currencies}
        onChange={(currency) => edit.change({ defaultCurrency: currency || null })}
      />
      <FormProblem text={edit.problem && t(`problem.${edit.problem}`)} />
      <div class="profile-save">
        <p class="quiet" role="status">
          {edit.isSaved && t('profile.saved')}
        </p>
        <Button type="submit" look="primary" busy={edit.busy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
