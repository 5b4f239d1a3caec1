import { setImmediate } from 'node:timers/promises';

/** Of what weighs so much together the processor makes some ten milliseconds of work. */
const TURN = 200;

/**
 * `make` of each of many, in their order. Whenever a turn's weight is made, everybody else's requests go on first: the largest page there can be
 * would keep them waiting for more than a second otherwise.
 */
export async function inTurns<From, To>(from: readonly From[], make: (one: From) => To, weightOf: (made: To) => number): Promise<To[]> {
  const all: To[] = [];
  let weight = 0;
  for (const one of from) {
    if (weight >= TURN) {
      weight = 0;
      await setImmediate();
    }
    const made = make(one);
    weight += weightOf(made);
    all.push(made);
  }
  return all;
}
