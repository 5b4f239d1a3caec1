import type { MessageKey } from '../../i18n/i18n.ts';
import type { Failure } from '../../stores/result.ts';

/** Why an invitation cannot be looked at, in words about the link that its reader has in hand. */
export function refusalOf(code: Failure): MessageKey {
  if (code === 'invalid-request') return 'join.badLink';
  if (code === 'not-found') return 'join.ended';
  return `problem.${code}`;
}

const PASSING: ReadonlySet<Failure> = new Set(['offline', 'internal', 'busy', 'rate-limited']);

/** Whether the invitation may be all right, and only could not be looked at. */
export const mayWorkLater = (code: Failure): boolean => PASSING.has(code);
