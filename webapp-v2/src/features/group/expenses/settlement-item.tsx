import { useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { SettlementRow } from '../../../stores/group/open-group.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { settlementTitle } from '../words/settlement-title.ts';
import type { ItemProps } from './expense-item.tsx';
import { LineFrame } from './line-frame.tsx';

/** A payment between two members; its amount is neither lent nor owed, so it takes no side's colour. */
export function SettlementItem({ row, firstOfDay, arrivedBy, people, onOpen }: ItemProps<SettlementRow>) {
  const i18n = useI18n();
  return useMemo(() => {
    const { settlement, pending } = row;
    const { note } = settlement;
    return (
      <LineFrame
        id={settlement.id}
        class="line-settlement"
        date={settlement.date}
        firstOfDay={firstOfDay}
        what={
          <>
            <Icon name="arrow" /> {settlementTitle(settlement, people, i18n)}
          </>
        }
        details={[i18n.t('settlement.kind'), note].filter(Boolean)}
        pending={pending}
        arrival={arrivedBy === null ? null : { by: arrivedBy, added: settlement.version === 1 }}
        people={people}
        figures={
          <span class="line-figures">
            <Amount value={settlement.amount} currency={settlement.currency} />
          </span>
        }
        onOpen={() => onOpen(settlement.id)}
      />
    );
  }, [row, firstOfDay, arrivedBy, people, i18n, onOpen]);
}
