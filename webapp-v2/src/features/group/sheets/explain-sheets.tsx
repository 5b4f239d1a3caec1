import { BalanceExplanation } from '../explain/balance-explanation.tsx';
import { TransferExplanation } from '../explain/transfer-explanation.tsx';
import type { ExplainSheetKind, SheetProps } from './open-sheet.ts';

export function ExplainSheets({ store, group, people, open, onShow }: SheetProps<ExplainSheetKind>) {
  const close = () => onShow(null);
  if (open.kind === 'explainBalance') return <BalanceExplanation {...open} store={store} people={people} onClose={close} />;
  const { suggestion } = open;
  return (
    <TransferExplanation
      suggestion={suggestion}
      store={store}
      group={group}
      people={people}
      onBalance={(memberId) => onShow({ kind: 'explainBalance', memberId, currency: suggestion.currency })}
      onClose={close}
    />
  );
}
