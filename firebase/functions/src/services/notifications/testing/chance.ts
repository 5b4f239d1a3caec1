/** Deterministic chance: the same seed gives the same draws on every machine. */
export interface Chance {
  /** 0 ≤ x < 1 */
  draw(): number;
  /** An integer, both ends included. */
  between(least: number, most: number): number;
  happens(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Mulberry32, a generator with 32 bits of state (Tommy Ettinger, public domain): small, fast, and good enough to pick schedules. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function draw(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  return {
    draw,
    between,
    happens: (probability) => draw() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
}
