import { type Group, mayCall, type Settlement } from '@splitifyd/shared/contract';
import type { Transfer, TransfersByCurrency } from '@splitifyd/shared/domain';
import { useI18n } from '../../../i18n/context.ts';
import type { I18n } from '../../../i18n/i18n.ts';
import type { NoticeOf, OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { draftName } from '../editing/draft-name.ts';
import type { People } from '../people.ts';
import { layRefused, type SettlementForm, settlementFormOf } from './form.ts';
import { SettlementSheet } from './settlement-sheet.tsx';

/** A payment that would settle something. */
export interface Suggestion extends Transfer {
  currency: string;
}

interface NewSettlementProps {
  group: Group;
  store: OpenGroup;
  people: People;
  drafts: Drafts;
  /** Filled in from the start, so that it only needs to be saved; null for one that is entered freely. */
  suggestion: Suggestion | null;
  /** A payment that was refused, to be tried again. */
  notice?: NoticeOf<'settlement'> | undefined;
  onClose: () => void;
}

export function NewSettlement({ group, store, people, drafts, suggestion, notice, onClose }: NewSettlementProps) {
  const i18n = useI18n();
  const { draft, remark, discard } = useDraft<SettlementForm, Settlement>(drafts, nameOf(suggestion, notice), () => ({
    entity: null,
    form: startForm({ group, people, suggestion, notice }, i18n),
  }));
  return (
    <SettlementSheet
      title={i18n.t('settle.record')}
      saveText={i18n.t('settle.save')}
      form={draft.form}
      people={people}
      isAllowed={mayCall('createSettlement', store.me.value?.role ?? null)}
      owed={(form) => owedBy(form, store.transfers.value)}
      remark={remark || <p class="quiet settlement-hint">{i18n.t('settle.hint')}</p>}
      onSave={(content) => {
        discard();
        if (notice) store.dismiss(notice.id);
        store.addSettlement(content);
        // Once the line is there, as with expenses.
        queueMicrotask(onClose);
      }}
      onClose={onClose}
    />
  );
}

function nameOf(suggestion: Suggestion | null, notice: NoticeOf<'settlement'> | undefined): string {
  if (notice) return draftName.refused(notice.id);
  return suggestion ? draftName.payment(suggestion) : draftName.newPayment;
}

function startForm(
  { group, people, suggestion, notice }: Pick<NewSettlementProps, 'group' | 'people' | 'suggestion' | 'notice'>,
  i18n: I18n,
): SettlementForm {
  const date = i18n.today();
  if (suggestion) return settlementFormOf({ ...suggestion, date, note: '' }, i18n);
  const [first, second] = people.present.map(({ id }) => id);
  const blank = { from: first ?? '', to: second ?? '', amount: '', currency: group.currency, date, note: '' };
  return notice?.draft ? layRefused(blank, { draft: notice.draft, base: notice.base }, i18n) : blank;
}

/** What the suggested transfers have `from` pay to `to`, in minor units. */
const owedBy = ({ from, to, currency }: SettlementForm, transfers: TransfersByCurrency): number =>
  transfers[currency]?.find((transfer) => transfer.from === from && transfer.to === to)?.amount ?? 0;
