import type { Expense, Settlement } from '@splitifyd/shared/contract';
import type { ComponentChildren, ComponentProps } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { People } from '../people.ts';
import { Authorship } from './authorship.tsx';
import './detail.css';

interface DetailSheetProps {
  title: string;
  entity: Expense | Settlement;
  /** What it is, in a word. */
  kind: string;
  added: ComponentProps<typeof Authorship>['added'];
  people: People;
  /** Null where the reader may not. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
  /** What else may be done with it. */
  action?: ComponentChildren;
  onClose: () => void;
  children?: ComponentChildren;
}

/** An expense or a payment to look at, with what may be done with it. */
export function DetailSheet({ title, entity, kind, added, people, onEdit, onDelete, action = null, onClose, children }: DetailSheetProps) {
  const { t, date } = useI18n();
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        (onEdit || onDelete || action) && (
          <>
            {onDelete && (
              <Button look="danger" onClick={onDelete}>
                {t('action.delete')}
              </Button>
            )}
            {action}
            {onEdit && (
              <Button look="primary" onClick={onEdit}>
                {t('action.edit')}
              </Button>
            )}
          </>
        )
      }
    >
      <p class="detail-amount">
        <Amount value={entity.amount} currency={entity.currency} size="large" />
        <span class="quiet">
          {date(entity.date)} · {kind}
        </span>
      </p>
      {children}
      {entity.note && <p class="detail-note">{entity.note}</p>}
      <Authorship of={entity} added={added} people={people} />
    </Sheet>
  );
}
