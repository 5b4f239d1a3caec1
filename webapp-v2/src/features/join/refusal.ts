import type { MessageKey } from '../../i18n/i18n.ts';
import type { Failure } from '../../stores/result.ts';

const OF_THE_LINK: { readonly [Code in Failure]?: MessageKey } = {
  'invalid-request': 'join.badLink',
  'not-found': 'join.ended',
  'already-claimed': 'join.placeTaken',
  'member-unavailable': 'join.placeGone',
};

/** Why an invitation lets nobody in, in words about the link that its reader has in hand. */
export const refusalOf = (code: Failure): MessageKey => OF_THE_LINK[code] ?? `problem.${code}`;

const PASSING: ReadonlySet<Failure> = new Set(['offline', 'internal', 'busy', 'rate-limited']);

/** Whether the invitation may be all right, and only could not be looked at. */
export const mayWorkLater = (code: Failure): boolean => PASSING.has(code);
