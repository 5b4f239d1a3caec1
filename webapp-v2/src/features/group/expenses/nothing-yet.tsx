import { mayCall, type Role } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { People } from '../people.ts';

interface NothingYetProps {
  role: Role | null;
  people: People;
  /** Null where the reader may not invite. */
  onInvite: (() => void) | null;
}

/** A ledger without lines leads to its first: to others where the reader is alone, else to the button that adds. */
export function NothingYet({ role, people, onInvite }: NothingYetProps) {
  const { t } = useI18n();
  if (!mayCall('createExpense', role)) return <EmptyState title={t('expenses.emptyTitle')} hint={t('expenses.emptyViewer')} />;
  const alone = people.present.length < 2;
  return (
    <EmptyState
      title={t(alone ? 'expenses.aloneTitle' : 'expenses.emptyTitle')}
      hint={t(alone ? 'expenses.aloneHint' : 'expenses.emptyHint')}
    >
      {onInvite && (
        <Button look={alone ? 'primary' : 'secondary'} onClick={onInvite}>
          {t('members.invite')}
        </Button>
      )}
    </EmptyState>
  );
}
