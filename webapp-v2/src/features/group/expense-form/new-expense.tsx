import { type Expense, type Group, mayCall } from '@splitifyd/shared/contract';
import { useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { draftName } from '../editing/draft-name.ts';
import type { People } from '../people.ts';
import { ExpenseSheet } from './expense-sheet.tsx';
import { blankForm, type ExpenseForm, formOf } from './form.ts';
import { layRefused } from './units.ts';

interface NewExpenseProps {
  group: Group;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** An expense to begin with a copy of. */
  copyOf?: Expense | undefined;
  /** An expense that was refused, to be tried again. */
  notice?: NoticeOf<'expense'> | undefined;
  onClose: () => void;
}

export function NewExpense({ group, store, people, drafts, copyOf, notice, onClose }: NewExpenseProps) {
  const i18n = useI18n();
  const name = notice ? draftName.refused(notice.id) : copyOf ? draftName.copy(copyOf.id) : draftName.newExpense;
  const [id] = useState(() => store.newId());
  const { draft, remark, discard } = useDraft<ExpenseForm, Expense>(drafts, name, () => ({
    entity: null,
    form: startForm({ group, people, copyOf, notice }, i18n),
  }));

  return (
    <ExpenseSheet
      title={i18n.t('expense.newTitle')}
      saveText={i18n.t('action.save')}
      form={draft.form}
      isAllowed={mayCall('createExpense', store.me.value?.role ?? null)}
      seed={id}
      people={people}
      members={people.present.map((member) => member.id)}
      remark={remark}
      onSave={(content) => {
        discard();
        if (notice) store.dismiss(notice.id);
        store.addExpense(content, id);
        // Once the line is there: that the browser gives the focus back takes longer than drawing it.
        queueMicrotask(onClose);
      }}
      onClose={onClose}
    />
  );
}

function startForm(
  { group, people, copyOf, notice }: Pick<NewExpenseProps, 'group' | 'people' | 'copyOf' | 'notice'>,
  i18n: I18n,
): ExpenseForm {
  const members = people.present.map(({ id }) => id);
  const payer = people.me ?? members[0] ?? '';
  const blank = blankForm({ payer, members, currency: group.currency, date: i18n.today() });
  if (copyOf) return { ...formOf(copyOf, i18n), date: blank.date };
  return notice?.draft ? layRefused(blank, { draft: notice.draft, base: notice.base }, i18n) : blank;
}
