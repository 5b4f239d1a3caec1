import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { People } from '../people.ts';
import { draftText } from './draft-text.ts';
import './change-notices.css';

interface TypedTextsProps {
  /** Drafts that no form can be opened for any more, by name. */
  left: ReadonlyMap<string, unknown>;
  people: People;
  onDismiss: () => void;
}

/** What was typed and not saved, to be copied. It stays until its author says otherwise. */
export function TypedTexts({ left, people, onDismiss }: TypedTextsProps) {
  const i18n = useI18n();
  const texts = new Set([...left.values()].map((draft) => draftText(draft, people, i18n)));
  texts.delete('');
  return (
    <div role="alert" class="notices">
      {texts.size > 0 && (
        <Notice
          title={i18n.t('notice.typedBefore')}
          actions={
            <Button look="plain" onClick={onDismiss}>
              {i18n.t('action.dismiss')}
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
