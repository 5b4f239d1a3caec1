import { useI18n } from '../i18n/context.ts';
import { focusContent } from '../ui/focus.ts';
import { CONTENT_ID } from '../ui/page.tsx';

/** Past the bar to the page. The address keeps its fragment, which may be the secret of an invitation. */
export function SkipLink() {
  const { t } = useI18n();
  return (
    <a
      class="skip-link"
      href={`#${CONTENT_ID}`}
      onClick={(event) => {
        event.preventDefault();
        focusContent();
      }}
    >
      {t('app.skip')}
    </a>
  );
}
