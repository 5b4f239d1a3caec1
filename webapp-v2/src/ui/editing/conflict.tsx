import { useI18n } from '../../i18n/context.ts';
import { Button } from '../button.tsx';
import { firstField, useHandOnFocus } from '../hand-on-focus.ts';
import { Notice } from '../notice.tsx';
import './conflict.css';

interface ConflictProps {
  title: string;
  /** The entity in a few words, as somebody else has left it. */
  theirs: string;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Theirs above, mine in the form below. Nothing is saved before the reader has chosen. */
export function Conflict({ title, theirs, onTakeTheirs, onKeepMine }: ConflictProps) {
  const { t } = useI18n();
  const conflict = useHandOnFocus<HTMLDivElement>(firstField);
  return (
    <div ref={conflict} role="alert" tabIndex={-1} class="conflict" data-unsettled>
      <Notice
        title={title}
        actions={
          <>
            <Button look="plain" onClick={onTakeTheirs}>
              {t('editing.takeTheirs')}
            </Button>
            <Button look="plain" onClick={onKeepMine}>
              {t('editing.keepMine')}
            </Button>
          </>
        }
      >
        <p>
          {t('editing.theirs')}: {theirs}
        </p>
        <p>{t('editing.choose')}</p>
      </Notice>
    </div>
  );
}
