import type { Group } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { Notice, OpenGroup } from '../../../stores/open-group.ts';
import { Button } from '../../../ui/button.tsx';
import type { People } from '../people.ts';
import { createDraft, draftKey, type ExpenseDrafts, isTouched, type KeptDraft } from './drafts.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { blankForm, formOf } from './form.ts';

export interface NewExpenseProps {
  groupId: string;
  group: Group;
  store: OpenGroup;
  people: People;
  drafts: ExpenseDrafts;
  /** An expense that was refused, to be tried again. */
  notice: Notice | null;
  onClose: () => void;
}

export function NewExpense({ groupId, group, store, people, drafts, notice, onClose }: NewExpenseProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const key = notice ? draftKey(groupId, notice.id) : draftKey(groupId, null);
  const [opened] = useState(() => {
    const kept = drafts.get(key);
    const draft = kept && isTouched(kept) ? kept : startDraft(group, people, notice, i18n);
    drafts.set(key, draft);
    return { draft, restored: draft === kept };
  });
  const { draft, restored } = opened;

  return (
    <ExpenseSheet
      title={t('expense.newTitle')}
      form={draft.form}
      people={people}
      members={people.present.map(({ id }) => id)}
      remark={
        restored &&
        isTouched(draft) && (
          <p class="expense-form-remark">
            {t('expense.restored')}
            <Button
              look="plain"
              onClick={() => {
                draft.form.value = draft.origin.value.form;
              }}
            >
              {t('expense.startOver')}
            </Button>
          </p>
        )
      }
      onSave={(content) => {
        drafts.delete(key);
        if (notice) store.dismiss(notice.id);
        onClose();
        store.addExpense(content);
      }}
      onClose={onClose}
    />
  );
}

function startDraft(group: Group, people: People, notice: Notice | null, i18n: I18n): KeptDraft {
  const members = people.present.map(({ id }) => id);
  const refused = notice?.draft;
  const blank = blankForm({ payer: people.me ?? members[0] ?? '', members, currency: group.currency, date: i18n.today() });
  // A refused creation is whole; an edit, which may lack fields, is never reviewed here.
  return createDraft(refused && isWhole(refused) ? formOf(refused, i18n) : blank, null);
}

type Refused = NonNullable<Notice['draft']>;
type Whole = Parameters<typeof formOf>[0];

const isWhole = (draft: Refused): draft is Refused & Whole =>
  [draft.description, draft.amount, draft.currency, draft.date, draft.category, draft.note, draft.payers, draft.split].every(
    (field) => field !== undefined,
  );
