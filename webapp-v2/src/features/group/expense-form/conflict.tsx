import type { Expense } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { paidText } from '../expenses/expense-item.tsx';
import type { People } from '../people.ts';

export interface ConflictProps {
  /** The expense as somebody else has left it. */
  theirs: Expense;
  people: People;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Theirs above, mine in the form below. Saving without a choice is refused by the server, and nothing is lost. */
export function Conflict({ theirs, people, onTakeTheirs, onKeepMine }: ConflictProps) {
  const i18n = useI18n();
  const { t, date } = i18n;
  return (
    <div role="alert">
      <Notice
        title={t('expense.changedMeanwhile', { name: people.nameOf(theirs.updatedBy) })}
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
          {t('expense.theirs')}: “{theirs.description}”, {paidText(theirs, people, i18n)}, {t(`mode.${theirs.split.mode}`)},{' '}
          {date(theirs.date)}
        </p>
      </Notice>
    </div>
  );
}
