import type { ParsedAmount, Separators } from './money.ts';

/** Reads an amount as its user typed it, in major units of `currency`. */
export function parseAmount(_text: string, _currency: string, _separators: Separators): ParsedAmount {
  return { ok: false, reason: 'not-a-number' };
}
