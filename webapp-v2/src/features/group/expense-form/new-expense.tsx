import type { Expense, Group } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/open-group.ts';
import { type Drafts, isTouched } from '../editing/drafts.ts';
import { Restored } from '../editing/restored.tsx';
import type { People } from '../people.ts';
import { copyForm } from './copy-form.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { blankForm, type ExpenseForm, formOf } from './form.ts';

export interface NewExpenseProps {
  group: Group;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** An expense to begin with a copy of. */
  copyOf?: Expense;
  /** An expense that was refused, to be tried again. */
  notice?: NoticeOf<'expense'>;
  onClose: () => void;
}

export function NewExpense({ group, store, people, drafts, copyOf, notice, onClose }: NewExpenseProps) {
  const i18n = useI18n();
  const name = notice ? `refused ${notice.id}` : copyOf ? `copy of ${copyOf.id}` : 'new expense';
  const [{ draft, restored, id }] = useState(() => ({
    ...drafts.open<ExpenseForm, Expense>(name, () => ({ entity: null, form: startForm(group, people, copyOf, notice, i18n) })),
    id: store.newId(),
  }));

  return (
    <ExpenseSheet
      title={i18n.t('expense.newTitle')}
      form={draft.form}
      seed={id}
      people={people}
      members={people.present.map((member) => member.id)}
      remark={
        restored &&
        isTouched(draft) && (
          <Restored
            onStartOver={() => {
              draft.form.value = draft.origin.value.form;
            }}
          />
        )
      }
      onSave={(content) => {
        drafts.drop(name);
        if (notice) store.dismiss(notice.id);
        onClose();
        store.addExpense(content, id);
      }}
      onClose={onClose}
    />
  );
}

function startForm(
  group: Group,
  people: People,
  copyOf: Expense | undefined,
  notice: NoticeOf<'expense'> | undefined,
  i18n: I18n,
): ExpenseForm {
  const members = people.present.map(({ id }) => id);
  const payer = people.me ?? members[0] ?? '';
  const blank = blankForm({ payer, members, currency: group.currency, date: i18n.today() });
  if (copyOf) return copyForm(formOf(copyOf, i18n), blank);
  const refused = notice?.draft;
  // A refused creation is whole; an edit, which may lack fields, is never reviewed here.
  return refused && isWhole(refused) ? formOf(refused, i18n) : blank;
}

type Refused = NonNullable<NoticeOf<'expense'>['draft']>;
type Whole = Parameters<typeof formOf>[0];

const isWhole = (draft: Refused): draft is Refused & Whole =>
  [draft.description, draft.amount, draft.currency, draft.date, draft.category, draft.note, draft.payers, draft.split].every(
    (field) => field !== undefined,
  );
