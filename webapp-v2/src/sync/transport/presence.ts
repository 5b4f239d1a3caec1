import { agoMs, type Clock } from '../../platform/clock.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';

/** A page that nobody has looked at for so long stops listening, in ms. */
export const GRACE_MS = 60_000;

/**
 * Calls `begin` for each period in which the page is online and somebody looks at it, or did less than the grace period ago.
 * The signal it gets aborts when the period ends [INV13].
 *
 *   away ──visible and online──▶ present ──hidden──▶ leaving ──grace over──▶ away
 *                                   ▲ ◀──visible────────┘
 *                                   └── offline: away at once
 *
 * A frozen page runs no timer: whether its grace is over is seen when somebody looks at it again. What it listened to may
 * have ended unnoticed by then, so another period begins.
 */
export function whilePresent(
  { lifecycle, clock, signal }: { lifecycle: Lifecycle; clock: Clock; signal: AbortSignal },
  begin: (period: AbortSignal) => void,
): void {
  let period: AbortController | null = null;
  let leaving: AbortController | null = null;
  let leftAt = 0;

  const stay = () => {
    leaving?.abort();
    leaving = null;
  };
  const end = () => {
    stay();
    period?.abort();
    period = null;
  };
  const leave = async () => {
    const change = new AbortController();
    leaving = change;
    leftAt = clock.now();
    await clock.sleep(GRACE_MS, change.signal);
    if (!change.signal.aborted) end();
  };
  const update = () => {
    if (signal.aborted || !lifecycle.online()) return end();
    if (!lifecycle.visible()) {
      if (period && !leaving) void leave();
      return;
    }
    if (leaving && agoMs(clock, leftAt) >= GRACE_MS) end();
    stay();
    if (period) return;
    period = new AbortController();
    begin(period.signal);
  };

  lifecycle.onChange(update, signal);
  signal.addEventListener('abort', end);
  update();
}
