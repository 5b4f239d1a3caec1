import { type Minor, minor } from './money.ts';

/**
 * Splits `total` (minor units, ≥ 0) in proportion to `weights` (safe integers ≥ 0), one part for each weight, in order.
 *
 * Method: largest remainder (Hamilton; Hare–Niemeyer). Laws: the parts sum to `total`; a part differs from its exact
 * quota by less than one unit; a weight of 0 gets 0; a greater weight never gets less. Where equal remainders compete
 * for the last units, `seed` decides who is served first, so that over many expenses nobody always pays the odd cent.
 * The quotas are computed with BigInt, because amounts serve as weights too and `total × weight` then passes 2⁵³.
 *
 * @throws RangeError when `total` is negative, a weight is not a safe integer ≥ 0, or the weights sum to 0
 */
export function allocate(total: Minor, weights: readonly number[], seed: string): Minor[] {
  if (!(total >= 0)) throw new RangeError(`cannot allocate a negative total: ${total}`);
  let weightSum = 0n;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
    weightSum += BigInt(weight);
  }
  if (weightSum === 0n) throw new RangeError('the weights sum to 0');

  let left: number = total;
  const parts: Minor[] = [];
  const remainders: bigint[] = [];
  for (const weight of weights) {
    const quota = BigInt(total) * BigInt(weight);
    const part = minor(Number(quota / weightSum));
    parts.push(part);
    remainders.push(quota % weightSum);
    left -= part;
  }
  for (const index of servedFirst(remainders, left, seed)) parts[index] = minor((parts[index] ?? 0) + 1);
  return parts;
}

/**
 * The `count` indices with the largest remainders. Only those whose remainder equals the last one served are in doubt:
 * they sit in a circle and the seed says where in it the serving begins, which is fair to each of them.
 */
function servedFirst(remainders: readonly bigint[], count: number, seed: string): number[] {
  if (count === 0) return [];
  const ranked = remainders.map((remainder, index) => ({ remainder, index }));
  ranked.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const cutOff = ranked[count - 1]?.remainder;
  const certain = ranked.filter(({ remainder }) => cutOff !== undefined && remainder > cutOff);
  const tied = ranked.filter(({ remainder }) => remainder === cutOff);
  const start = hash(seed) % tied.length;
  const turned = [...tied.slice(start), ...tied.slice(0, start)];
  return [...certain, ...turned.slice(0, count - certain.length)].map(({ index }) => index);
}

/**
 * FNV-1a (Fowler, Noll, Vo; 32 bits) over the UTF-16 code units, then MurmurHash3's finaliser (Appleby), because the low
 * bits of FNV alone follow the last characters of the seed. Integer arithmetic only: the same on every machine.
 */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
