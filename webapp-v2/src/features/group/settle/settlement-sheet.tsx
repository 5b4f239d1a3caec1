import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import type { SettlementDraft } from '../../../stores/group/open-group.ts';
import { FormSheet } from '../editing/form-sheet.tsx';
import type { People } from '../people.ts';
import { checkSettlement, type SettlementForm } from './form.ts';
import { SettlementFields } from './settlement-fields.tsx';

interface SettlementSheetProps {
  title: string;
  saveText: string;
  /** Owned by whoever opens the sheet, so that it outlives it. */
  form: Signal<SettlementForm>;
  people: People;
  /** What `from` owes `to` in that currency by the suggested transfers, in minor units; 0 where nothing is suggested. */
  owed: (form: SettlementForm) => number;
  /** Something to say above the fields. */
  remark: ComponentChildren;
  /** Something has to be settled before it can be saved. */
  isHeld?: boolean;
  /** The reader's role lets them save it. */
  isAllowed: boolean;
  onSave: (draft: SettlementDraft) => void;
  onClose: () => void;
}

export function SettlementSheet({ form, people, owed, isHeld = false, onSave, ...sheet }: SettlementSheetProps) {
  const checked = checkSettlement(form.value, useI18n());
  return (
    <FormSheet {...sheet} invalid={!checked.draft || isHeld} onSubmit={() => checked.draft && onSave(checked.draft)}>
      {(asked) => (
        <SettlementFields
          form={form.value}
          checked={checked}
          asked={asked}
          people={people}
          owed={owed(form.value)}
          onChange={(patch) => {
            form.value = { ...form.value, ...patch };
          }}
        />
      )}
    </FormSheet>
  );
}
