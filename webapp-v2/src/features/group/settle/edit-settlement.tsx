import { mayCall, type Settlement } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useEntityDraft } from '../editing/use-entity-draft.tsx';
import type { People } from '../people.ts';
import { meanwhileText } from '../words/meanwhile-text.ts';
import { editableSettlement, settlementEditOf } from './form.ts';
import { settlementFacts } from './settlement-facts.ts';
import { SettlementSheet } from './settlement-sheet.tsx';

interface EditSettlementProps {
  /** As it is now, or was before somebody deleted it: it may change while the sheet is open. */
  settlement: Settlement;
  /** Whoever deleted it while it was open; null while it is there. */
  deletedBy: string | null;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** A change of it that was refused, to be looked at again. */
  notice?: NoticeOf<'settlement'> | undefined;
  onClose: () => void;
}

export function EditSettlement({ settlement, deletedBy, store, people, drafts, notice, onClose }: EditSettlementProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { draft, seen, isConflict, remark, discard } = useEntityDraft(editableSettlement(i18n), {
    entity: settlement,
    deletedBy,
    drafts,
    refused: notice,
    words: {
      changed: meanwhileText('settlement.changedMeanwhile', settlement.updatedBy, people, i18n),
      theirs: (units) => settlementFacts(settlement, units, people, i18n),
      deleted: (memberId) => meanwhileText('settlement.deletedMeanwhile', memberId, people, i18n),
    },
  });
  return (
    <SettlementSheet
      title={t('settle.editTitle')}
      saveText={deletedBy === null ? t('action.save') : t('editing.addAnew')}
      form={draft.form}
      people={people}
      isAllowed={mayCall('updateSettlement', store.me.value?.role ?? null)}
      owed={() => 0}
      remark={remark}
      isHeld={isConflict}
      onSave={(content) => {
        discard();
        if (notice) store.dismiss(notice.id);
        onClose();
        if (deletedBy !== null) return void store.addSettlement(content);
        const edit = seen && settlementEditOf(seen, content);
        if (edit) store.editSettlement(settlement.id, edit, seen.version);
      }}
      onClose={onClose}
    />
  );
}
