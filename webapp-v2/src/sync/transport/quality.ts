import type { Clock } from '../../platform/clock.ts';
import type { Call } from '../api.ts';
import { ApiProblem } from '../api-error.ts';

/** An answer that takes longer is a slow one, in ms. */
const SLOW_MS = 3000;
/** So many slow or missing answers among the last ones make a connection poor; so many good ones in a row make it good again. */
const BAD = { least: 2, of: 6 };
const GOOD_AGAIN = 3;

/** Calls through, and tells when the connection becomes poor and when it is good again. A refusal is a good answer. */
export function watchQuality(call: Call, clock: Clock, onChange: (isPoor: boolean) => void): Call {
  let recent: boolean[] = [];
  let isPoor = false;

  function note(isGood: boolean): void {
    recent = [...recent, isGood].slice(-BAD.of);
    const bad = recent.filter((good) => !good).length;
    const next = isPoor ? recent.slice(-GOOD_AGAIN).some((good) => !good) : bad >= BAD.least;
    if (next === isPoor) return;
    isPoor = next;
    onChange(isPoor);
  }

  return async (name, request, signal) => {
    const answered = new AbortController();
    let isSlow = false;
    // Noted when it has become slow, not when it arrives at last: that may be half a minute later.
    void clock.sleep(SLOW_MS, answered.signal).then(() => {
      isSlow = !answered.signal.aborted;
      if (isSlow && !signal?.aborted) note(false);
    });
    try {
      const answer = await call(name, request, signal);
      if (!isSlow) note(true);
      return answer;
    } catch (error) {
      if (!isSlow && !signal?.aborted) note(isAnswer(error));
      throw error;
    } finally {
      answered.abort();
    }
  };
}

const isAnswer = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;
