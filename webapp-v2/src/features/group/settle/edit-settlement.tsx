import { type Settlement, withoutUndefined } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/open-group.ts';
import { Conflict, DeletedMeanwhile } from '../editing/conflict.tsx';
import { type Draft, type Drafts, isTouched } from '../editing/drafts.ts';
import { layOver, unitsOf } from '../editing/rebase.ts';
import { Restored } from '../editing/restored.tsx';
import { useEditing } from '../editing/use-editing.ts';
import type { People } from '../people.ts';
import { editableSettlement, SETTLEMENT_UNITS, type SettlementForm, settlementEditOf, settlementFormOf } from './form.ts';
import { SettlementSheet } from './settlement-sheet.tsx';
import { settlementTitle } from './settlement-title.ts';

export interface EditSettlementProps {
  /** As it is now, or was before somebody deleted it: it may change while the sheet is open. */
  settlement: Settlement;
  /** Whoever deleted it while it was open; null while it is there. */
  deletedBy: string | null;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** A change of it that was refused, to be looked at again. */
  notice?: NoticeOf<'settlement'>;
  onClose: () => void;
}

export function EditSettlement({ settlement, deletedBy, store, people, drafts, notice, onClose }: EditSettlementProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const name = notice ? `refused ${notice.id}` : `edit of ${settlement.id}`;
  const [{ draft, restored }] = useState(() =>
    drafts.open<SettlementForm, Settlement>(name, () => ({ entity: settlement, form: settlementFormOf(settlement, i18n) })),
  );
  useState(() => notice && layRefused(draft, settlement, notice, i18n));
  const { seen, isConflict, moveOn } = useEditing(editableSettlement(i18n), draft, deletedBy === null ? settlement : null);

  const remark = () => {
    if (deletedBy !== null) return <DeletedMeanwhile title={t('settlement.deletedMeanwhile', { name: people.nameOf(deletedBy) })} />;
    if (isConflict) {
      return (
        <Conflict
          title={t('settlement.changedMeanwhile', { name: people.nameOf(settlement.updatedBy) })}
          theirs={[
            settlementTitle(settlement, people, i18n),
            i18n.money(settlement.amount, settlement.currency),
            i18n.date(settlement.date),
            ...(settlement.note === '' ? [] : [settlement.note]),
          ].join(', ')}
          onTakeTheirs={() => moveOn(false)}
          onKeepMine={() => moveOn(true)}
        />
      );
    }
    if (!restored || !isTouched(draft)) return null;
    return (
      <Restored
        onStartOver={() => {
          draft.form.value = draft.origin.value.form;
        }}
      />
    );
  };

  return (
    <SettlementSheet
      title={t('settle.editTitle')}
      saveText={deletedBy === null ? t('action.save') : t('expense.addAnew')}
      form={draft.form}
      people={people}
      owed={() => 0}
      remark={remark()}
      onSave={(content) => {
        drafts.drop(name);
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

/** A refused edit is laid over what the payment is now, and still has to be told apart from it. */
function layRefused(
  { form, origin }: Draft<SettlementForm, Settlement>,
  settlement: Settlement,
  { draft }: NoticeOf<'settlement'>,
  i18n: I18n,
): void {
  if (!draft || form.value !== origin.value.form) return;
  const typed = settlementFormOf({ ...settlement, ...withoutUndefined(draft) }, i18n);
  form.value = layOver(SETTLEMENT_UNITS, form.value, typed, unitsOf(SETTLEMENT_UNITS, draft));
}
