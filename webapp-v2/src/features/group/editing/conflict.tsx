import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

export interface ConflictProps {
  title: string;
  /** The entity in a few words, as somebody else has left it. */
  theirs: string;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Theirs above, mine in the form below. Saving without a choice is refused by the server, and nothing is lost. */
export function Conflict({ title, theirs, onTakeTheirs, onKeepMine }: ConflictProps) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <Notice
        title={title}
        actions={
          <>
            <Button look="plain" onClick={onTakeTheirs}>
              {t('expense.takeTheirs')}
            </Button>
            <Button look="plain" onClick={onKeepMine}>
              {t('expense.keepMine')}
            </Button>
          </>
        }
      >
        <p>
          {t('expense.theirs')}: {theirs}
        </p>
      </Notice>
    </div>
  );
}

/** Somebody deleted what is being edited; what was typed stays. */
export function DeletedMeanwhile({ title }: { title: string }) {
  const { t } = useI18n();
  return (
    <div role="alert">
      <Notice tone="wrong" title={title}>
        <p>{t('expense.deletedHint')}</p>
      </Notice>
    </div>
  );
}
