import type { Minor } from '@splitifyd/shared/domain';
import { useI18n } from '../i18n/context.ts';
import './amount.css';

interface AmountProps {
  /** Minor units. */
  value: Minor;
  currency: string;
  /** Coloured and signed as a balance: above zero is owed to somebody, below is owed by them. */
  balance?: boolean;
  size?: 'row' | 'large';
  /** The words beside it say whose side it is on: its sign is for the eye alone. */
  worded?: boolean;
}

export function Amount({ value, currency, balance = false, size = 'row', worded = false }: AmountProps) {
  const { money, signedMoney } = useI18n();
  const side = !balance || value === 0 ? '' : value > 0 ? ' amount-owed' : ' amount-owe';
  // `bdi`: a sign stays on its side of the number within text of the other direction.
  const text = balance ? signedMoney(value, currency) : money(value, currency);
  return (
    <bdi class={`amount amount-${size}${side}`} style={size === 'large' ? { '--letters': text.length } : undefined}>
      {worded ? <Unsigned text={text} /> : text}
    </bdi>
  );
}

/** Heard, "you owe −€6.00" would owe twice. Where the sign stands is up to the locale. */
function Unsigned({ text }: { text: string }) {
  const [before = text, sign, after] = text.split(/([+\u2212])/);
  return (
    <>
      {before}
      <span aria-hidden="true">{sign}</span>
      {after}
    </>
  );
}
