import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import type { ExpenseDraft } from '../../../stores/group/open-group.ts';
import { FormSheet } from '../editing/form-sheet.tsx';
import type { People } from '../people.ts';
import { checkForm } from './check.ts';
import { ExpenseFields } from './expense-fields.tsx';
import type { ExpenseForm } from './form.ts';
import { LeftOut } from './left-out.tsx';
import { restrictForm } from './restrict-form.ts';

interface ExpenseSheetProps {
  title: string;
  saveText: string;
  /** Owned by whoever opens the sheet, so that it outlives it. */
  form: Signal<ExpenseForm>;
  people: People;
  /** Members to choose from. */
  members: readonly string[];
  /** The expense's id. */
  seed: string;
  /** Something to say above the fields. */
  remark: ComponentChildren;
  /** Something has to be settled before it can be saved. */
  isHeld?: boolean;
  /** The reader's role lets them save it. */
  isAllowed: boolean;
  onSave: (draft: ExpenseDraft) => void;
  onClose: () => void;
}

export function ExpenseSheet({ form: typed, people, members, seed, remark, isHeld = false, onSave, ...sheet }: ExpenseSheetProps) {
  const writing = useI18n();
  const { form, leftOut } = restrictForm(typed.value, members);
  const checked = checkForm(form, writing, seed);
  return (
    <FormSheet
      {...sheet}
      remark={
        <>
          {remark}
          <LeftOut members={leftOut} people={people} />
        </>
      }
      invalid={!checked.draft || isHeld}
      onSubmit={() => checked.draft && onSave(checked.draft)}
    >
      {(asked) => (
        <ExpenseFields
          form={form}
          checked={checked}
          asked={asked}
          people={people}
          members={members}
          onChange={(patch) => {
            // Left out of what is shown, they stay in what was typed until something else is: so long they are named.
            typed.value = { ...typed.value, ...patch };
          }}
        />
      )}
    </FormSheet>
  );
}
