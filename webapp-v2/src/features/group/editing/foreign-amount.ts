import type { Minor } from '@splitifyd/shared/domain';
import { parseMoney, signOwners, type Writing } from './parse-money.ts';

export interface ForeignAmount {
  currency: string;
  amount: Minor;
}

/** What an amount means that came with the code or the sign of another currency than `currency`, as it is pasted; null where it did not. */
export function foreignAmount(text: string, currency: string, writing: Writing): ForeignAmount | null {
  for (const other of named(text, writing.locale)) {
    if (other === currency) continue;
    const parsed = parseMoney(text, other, writing);
    if (parsed.ok && parsed.amount > 0) return { currency: other, amount: parsed.amount };
  }
  return null;
}

const CODE = /\p{L}{3}/gu;

function named(text: string, locale: string): string[] {
  const codes = (text.match(CODE) ?? []).map((code) => code.toUpperCase()).filter((code) => isCurrency(code));
  const signs = [...signOwners(locale)].filter(([sign]) => text.includes(sign)).map(([, currency]) => currency);
  return [...codes, ...signs];
}

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
