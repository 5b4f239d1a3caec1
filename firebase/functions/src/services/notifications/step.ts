import type { Announced } from './ports.ts';

/** What to do after one look at a notification N and then at its group's head H. */
export type Step = { do: 'rest' } | { do: 'publish' } | { do: 'defer'; until: number };

/**
 * ```
 *   N.seq ≥ H ───────────────────────────► rest      everything is announced
 *   no N, or now ≥ N.windowEndsAt ───────► publish   leading edge: nobody waits
 *   window still open ───────────────────► defer     one flush at its end serves all
 * ```
 * `now` is the clock of whoever looks, in epoch ms.
 */
export function nextStep(announced: Announced | null, headSeq: number, now: number): Step {
  if (announced === null) return { do: 'publish' };
  if (announced.seq >= headSeq) return { do: 'rest' };
  if (now >= announced.windowEndsAt) return { do: 'publish' };
  return { do: 'defer', until: announced.windowEndsAt };
}
