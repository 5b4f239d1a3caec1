import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { SettlementDraft } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { People } from '../people.ts';
import { checkSettlement, type SettlementForm } from './form.ts';
import { SettlementFields } from './settlement-fields.tsx';

export interface SettlementSheetProps {
  title: string;
  saveText: string;
  /** Owned by whoever opens the sheet, so that it outlives it. */
  form: Signal<SettlementForm>;
  people: People;
  /** What `from` owes `to` in that currency by the suggested transfers, in minor units; 0 where nothing is suggested. */
  owed: (form: SettlementForm) => number;
  /** Something to say above the fields. */
  remark?: ComponentChildren;
  onSave: (draft: SettlementDraft) => void;
  onClose: () => void;
}

export function SettlementSheet({ title, saveText, form, people, owed, remark, onSave, onClose }: SettlementSheetProps) {
  const { separators } = useI18n();
  const formId = useId();
  const asked = useSignal(false);
  const checked = checkSettlement(form.value, separators);

  const submit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.value = true;
    if (checked.draft) onSave(checked.draft);
    // After the errors have been rendered.
    else requestAnimationFrame(() => document.querySelector<HTMLElement>(`form[id="${formId}"] [aria-invalid="true"]`)?.focus());
  };

  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} look="primary">
          {saveText}
        </Button>
      }
    >
      <form id={formId} class="stack" noValidate onSubmit={submit}>
        {remark}
        <SettlementFields
          form={form.value}
          checked={checked}
          asked={asked.value}
          people={people}
          owed={owed(form.value)}
          onChange={(patch) => {
            form.value = { ...form.value, ...patch };
          }}
        />
      </form>
    </Sheet>
  );
}
