import type { Settlement } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Authorship } from '../details/authorship.tsx';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';
import '../details/detail.css';

interface SettlementDetailProps {
  settlement: Settlement;
  people: People;
  /** Null where the reader may not. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
  onClose: () => void;
}

export function SettlementDetail({ settlement, people, onEdit, onDelete, onClose }: SettlementDetailProps) {
  const i18n = useI18n();
  const { t, date } = i18n;
  return (
    <Sheet
      title={settlementTitle(settlement, people, i18n)}
      onClose={onClose}
      footer={
        (onEdit || onDelete) && (
          <>
            {onDelete && (
              <Button look="danger" onClick={onDelete}>
                {t('action.delete')}
              </Button>
            )}
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
        <Amount value={settlement.amount} currency={settlement.currency} size="large" />
        <span class="quiet">
          {date(settlement.date)} · {t('settlement.kind')}
        </span>
      </p>
      {settlement.note && <p class="detail-note">{settlement.note}</p>}
      <Authorship of={settlement} added="settlement.addedBy" people={people} />
    </Sheet>
  );
}
