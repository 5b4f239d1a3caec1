import type { Clock } from '../platform/clock.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';

/** A page that nobody has looked at for so long stops listening, in ms. */
export const GRACE_MS = 60_000;

/**
 * Calls `begin` for each period in which the page is online and somebody looks at it, or did less than the grace period ago.
 * The signal it gets aborts when the period ends [INV13].
 *
 *   away ──visible and online──▶ present ──hidden──▶ leaving ──grace over──▶ away
 *                                   ▲ ◀──visible────────┘
 *                                   └── offline: away at once
 */
export function whilePresent(
  { lifecycle, clock, signal }: { lifecycle: Lifecycle; clock: Clock; signal: AbortSignal },
  begin: (period: AbortSignal) => void,
): void {
  let period: AbortController | null = null;
  let leaving: AbortController | null = null;

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
    await clock.sleep(GRACE_MS, change.signal);
    if (!change.signal.aborted) end();
  };
  const update = () => {
    if (signal.aborted || !lifecycle.online()) return end();
    if (!lifecycle.visible()) {
      if (period && !leaving) void leave();
      return;
    }
    stay();
    if (period) return;
    period = new AbortController();
    begin(period.signal);
  };

  lifecycle.onChange(update, signal);
  signal.addEventListener('abort', end);
  update();
}
