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
}

export function Amount({ value, currency, balance = false, size = 'row' }: AmountProps) {
  const { money, signedMoney } = useI18n();
  const side = !balance || value === 0 ? '' : value > 0 ? ' amount-owed' : ' amount-owe';
  // `bdi`: a sign stays on its side of the number within text of the other direction.
  return <bdi class={`amount amount-${size}${side}`}>{balance ? signedMoney(value, currency) : money(value, currency)}</bdi>;
}
