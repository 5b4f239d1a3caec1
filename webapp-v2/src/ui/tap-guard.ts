/** Within this, in ms, a second tap or press of a key belongs to the first. */
const SAME_TAP_MS = 400;
/** How far a finger strays between two taps at most, in CSS pixels. */
const SAME_PLACE_PX = 40;

export interface Tap {
  x: number;
  y: number;
  /** In ms, on the clock of `changed`. */
  at: number;
}

interface Press {
  at: number;
  isRepeat: boolean;
}

export interface TapGuard {
  /** A sheet has opened or closed: something else lies under the finger, or has the focus. */
  changed(at: number): void;
  /** Whether a tap is the second half of the one that changed what lies there. */
  isStray(tap: Tap): boolean;
  /** The same of Enter or Space, which press what has the focus; one that is held down presses once. */
  isStrayPress(press: Press): boolean;
  /** The reader has done something else since the last tap or press. */
  forget(): void;
}

/** Knows a double tap by its time and place, and a double press by its time, so that its second half does nothing with what its first one has brought up. */
export function createTapGuard(): TapGuard {
  let last: Tap | null = null;
  let pressedAt: number | null = null;
  let changedAt = Number.NEGATIVE_INFINITY;
  return {
    changed(at) {
      changedAt = at;
    },
    isStray(tap) {
      const isStray =
        last !== null &&
        changedAt >= last.at &&
        tap.at - changedAt < SAME_TAP_MS &&
        Math.hypot(tap.x - last.x, tap.y - last.y) < SAME_PLACE_PX;
      if (!isStray) last = tap;
      pressedAt = null;
      return isStray;
    },
    isStrayPress({ at, isRepeat }) {
      const isSecond = pressedAt !== null && changedAt >= pressedAt && at - changedAt < SAME_TAP_MS;
      if (isRepeat || isSecond) return true;
      pressedAt = at;
      last = null;
      return false;
    },
    forget() {
      last = null;
      pressedAt = null;
    },
  };
}
