import type { Settlement } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { DetailSheet } from '../details/detail-sheet.tsx';
import type { People } from '../people.ts';
import { settlementTitle } from '../words/settlement-title.ts';

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
  return (
    <DetailSheet
      title={settlementTitle(settlement, people, i18n)}
      entity={settlement}
      kind={i18n.t('settlement.kind')}
      added="settlement.addedBy"
      people={people}
      onEdit={onEdit}
      onDelete={onDelete}
      onClose={onClose}
    />
  );
}
