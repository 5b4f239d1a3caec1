import { useI18n } from '../../../i18n/context.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { later } from '../later.tsx';
import type { OpenSheet, SheetProps } from './open-sheet.ts';

const ExpenseSheets = later(async () => (await import('./expense-sheets.tsx')).ExpenseSheets, notThere);
const SettlementSheets = later(async () => (await import('./settlement-sheets.tsx')).SettlementSheets, notThere);
const ExplainSheets = later(async () => (await import('./explain-sheets.tsx')).ExplainSheets, notThere);
const MemberSheet = later(async () => (await import('../members/member-sheet.tsx')).MemberSheet, notThere);
const SettingsSheet = later(async () => (await import('../settings/settings-sheet.tsx')).SettingsSheet, notThere);

/** Fetches the sheets that most visits open, so that they open at once. */
export function fetchSheets(): void {
  ExpenseSheets.fetch();
  SettlementSheets.fetch();
}

interface GroupSheetsProps extends Omit<SheetProps<OpenSheet>, 'open'> {
  open: OpenSheet | null;
  /** The reader is not in the group any more, by their own wish. */
  onLeft: () => void;
}

export function GroupSheets({ open, onLeft, ...props }: GroupSheetsProps) {
  if (!open) return null;
  switch (open.kind) {
    case 'newExpense':
    case 'copyExpense':
    case 'expense':
    case 'editExpense':
    case 'refusedExpense':
      return <ExpenseSheets {...props} open={open} />;
    case 'newSettlement':
    case 'settlement':
    case 'editSettlement':
    case 'refusedSettlement':
      return <SettlementSheets {...props} open={open} />;
    case 'explainBalance':
    case 'explainTransfer':
      return <ExplainSheets {...props} open={open} />;
    case 'member':
      return <MemberSheet {...props} open={open} />;
    case 'settings':
      return <SettingsSheet {...props} onLeft={onLeft} />;
  }
}

function notThere(state: 'loading' | 'failed', { onShow }: { onShow: (sheet: null) => void }) {
  return state === 'failed' ? <FailedSheet onClose={() => onShow(null)} /> : null;
}

function FailedSheet({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Sheet title={t('settings.partFailed')} onClose={onClose}>
      <p>{t('app.crashedHint')}</p>
    </Sheet>
  );
}
