import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { DraftShelf } from '../../../stores/draft-shelf.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import { draftText } from './draft-text.ts';
import './change-notices.css';

/** Of a group that is gone for its reader: what they had typed and not saved, to be copied. It stays until they say otherwise. */
export function TypedBefore({ drafts, people }: { drafts: DraftShelf; people: People }) {
  const i18n = useI18n();
  const { t } = i18n;
  const left = useSignal<ReadonlyMap<string, unknown>>(new Map());
  useEffect(() => {
    void drafts.read().then((read) => {
      left.value = read;
    });
  }, [drafts]);
  const texts = new Set([...left.value.values()].map((draft) => draftText(draft, people, i18n)));
  texts.delete('');

  return (
    <div role="alert" class="notices">
      {texts.size > 0 && (
        <Notice
          title={t('notice.typedBefore')}
          actions={
            <Button
              look="plain"
              onClick={() => {
                for (const name of left.value.keys()) drafts.drop(name);
                left.value = new Map();
              }}
            >
              {t('action.dismiss')}
            </Button>
          }
        >
          {[...texts].map((text) => (
            <p key={text} class="change-notice-typed">
              {text}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}
