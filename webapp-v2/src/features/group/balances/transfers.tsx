import type { Transfer } from '@splitifyd/shared/domain';
import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { useHandOnFocus } from '../../../ui/hand-on-focus.ts';
import type { People } from '../people.ts';
import type { Suggestion } from '../settle/new-settlement.tsx';
import { settlesText } from '../words/settles-text.ts';
import { transferWords } from '../words/transfer-words.ts';

interface TransfersProps {
  transfers: readonly Transfer[];
  currency: string;
  /** Nothing is open in another currency. */
  alone: boolean;
  people: People;
  /** Null where the reader may not record payments. */
  onSettle: ((suggestion: Suggestion) => void) | null;
  onExplain: (suggestion: Suggestion) => void;
}

/** The payments that would settle a currency, the reader's own first. */
export function Transfers({ transfers, currency, alone, people, onSettle, onExplain }: TransfersProps) {
  const i18n = useI18n();
  const { t, money } = i18n;
  if (transfers.length === 0) return null;
  const isOwn = ({ from, to }: Transfer) => from === people.me || to === people.me;
  const ordered = [...transfers.filter(isOwn), ...transfers.filter((transfer) => !isOwn(transfer))];
  return (
    <>
      <h3 class="transfers-title">{t('transfers.title')}</h3>
      <ul class="rows">
        {ordered.map((transfer) => {
          const words = transferWords(transfer, people, i18n);
          const suggestion = { ...transfer, currency };
          return (
            <Row key={`${transfer.from} ${transfer.to}`} own={isOwn(transfer)}>
              <span class="transfer-who">{words}</span> <Amount value={transfer.amount} currency={currency} />
              <span class="transfer-actions">
                <Button look="plain" label={t('explain.whyLabel', { transfer: words })} onClick={() => onExplain(suggestion)}>
                  {t('explain.why')}
                </Button>
                {onSettle && (
                  <Button
                    label={t('settle.upLabel', { transfer: words, amount: money(transfer.amount, currency) })}
                    onClick={() => onSettle(suggestion)}
                  >
                    {t('settle.up')}
                  </Button>
                )}
              </span>
            </Row>
          );
        })}
      </ul>
      <p class="quiet">{settlesText(transfers.length, alone ? null : currency, i18n)}</p>
    </>
  );
}

/** Once it is settled and gone, the focus in it goes on to its neighbour. */
function Row({ own, children }: { own: boolean; children: ComponentChildren }) {
  const row = useHandOnFocus<HTMLLIElement>((gone) =>
    (gone.nextElementSibling ?? gone.previousElementSibling)?.querySelector<HTMLElement>('button:last-of-type'),
  );
  return (
    <li ref={row} class={own ? 'transfer transfer-own' : 'transfer'}>
      {children}
    </li>
  );
}
