import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { DraftShelf } from '../../../stores/draft-shelf.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import { draftText } from './draft-text.ts';
import './change-notices.css';

interface TypedBeforeProps {
  drafts: DraftShelf;
  people: People;
  /** Which of them are told, by their names; all where the group is gone for its reader. */
  isTold?: (name: string) => boolean;
}

/** What was typed and not saved, and no form can be opened for any more, to be copied. It stays until its author says otherwise. */
export function TypedBefore({ drafts, people, isTold = () => true }: TypedBeforeProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const left = useSignal<ReadonlyMap<string, unknown>>(new Map());
  useEffect(() => {
    void drafts.read().then((read) => {
      left.value = new Map([...read].filter(([name]) => isTold(name)));
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
