import { agoMs, type Clock } from '../../platform/clock.ts';
import type { Call } from '../api.ts';
import { ApiProblem } from '../api-error.ts';

/** An answer that takes longer is a slow one, in ms. */
const SLOW_MS = 3000;
/** So many slow or missing answers among the last ones make a connection poor; so many good ones in a row make it good again. */
const BAD = { least: 2, of: 6 };
const GOOD_AGAIN = 3;

/** While nothing at all answered for so long, in ms, it is no slow connection but none. */
const SILENT_MS = 10_000;

/** How the server answers: well, slowly or now and then only, or not at all for a while. */
export type Quality = 'good' | 'poor' | 'silent';

/** Calls through, and tells of what quality the connection is whenever that changes. A refusal is a good answer. */
export function watchQuality(call: Call, clock: Clock, onChange: (quality: Quality) => void): Call {
  let recent: boolean[] = [];
  let quality: Quality = 'good';
  let answeredAt = Number.NEGATIVE_INFINITY;
  /** When what failed first since the last answer was asked, or that answer came, if that was later. */
  let silentSince: number | null = null;

  function note(isGood: boolean): void {
    recent = [...recent, isGood].slice(-BAD.of);
    tell();
  }

  function tell(): void {
    const bad = recent.filter((good) => !good).length;
    const isPoor = quality === 'good' ? bad >= BAD.least : recent.slice(-GOOD_AGAIN).some((good) => !good);
    const isSilent = silentSince !== null && agoMs(clock, silentSince) >= SILENT_MS;
    const next = isSilent ? 'silent' : isPoor ? 'poor' : 'good';
    if (next === quality) return;
    quality = next;
    onChange(quality);
  }

  return async (name, request, signal) => {
    const answered = new AbortController();
    const askedAt = clock.now();
    let isSlow = false;
    const ended = (isAnswer: boolean, isGood: boolean) => {
      if (isAnswer) answeredAt = clock.now();
      silentSince = isAnswer ? null : (silentSince ?? Math.max(askedAt, answeredAt));
      // What was slow has been noted.
      if (isSlow) tell();
      else note(isGood);
    };
    // Noted when it has become slow, not when it arrives at last: that may be half a minute later.
    void clock.sleep(SLOW_MS, answered.signal).then(() => {
      isSlow = !answered.signal.aborted;
      if (isSlow && !signal?.aborted) note(false);
    });
    try {
      const answer = await call(name, request, signal);
      ended(true, true);
      return answer;
    } catch (error) {
      if (!signal?.aborted) ended(error instanceof ApiProblem, error instanceof ApiProblem && error.status < 500);
      throw error;
    } finally {
      answered.abort();
    }
  };
}
