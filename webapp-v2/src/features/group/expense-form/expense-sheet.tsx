import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { ExpenseDraft } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { People } from '../people.ts';
import { checkForm } from './check.ts';
import { ExpenseFields } from './expense-fields.tsx';
import type { ExpenseForm } from './form.ts';

export interface ExpenseSheetProps {
  title: string;
  saveText?: string;
  /** Owned by whoever opens the sheet, so that it outlives it. */
  form: Signal<ExpenseForm>;
  people: People;
  /** Members to choose from. */
  members: readonly string[];
  /** The expense's id, once it has one. */
  seed?: string;
  /** Something to say above the fields. */
  remark?: ComponentChildren;
  onSave: (draft: ExpenseDraft) => void;
  onClose: () => void;
}

export function ExpenseSheet({ title, saveText, form, people, members, seed, remark, onSave, onClose }: ExpenseSheetProps) {
  const { t, separators } = useI18n();
  const formId = useId();
  const asked = useSignal(false);
  const checked = checkForm(form.value, separators, seed);

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
          {saveText ?? t('action.save')}
        </Button>
      }
    >
      <form id={formId} class="stack expense-form" noValidate onSubmit={submit}>
        {remark}
        <ExpenseFields
          form={form.value}
          checked={checked}
          asked={asked.value}
          people={people}
          members={members}
          onChange={(patch) => {
            form.value = { ...form.value, ...patch };
          }}
        />
      </form>
    </Sheet>
  );
}
