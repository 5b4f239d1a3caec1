import { createLine, type Line, type LineClock } from './fair-line.ts';

/**
 * Lists of groups are read whole, with all members and balances: the largest page there can be is more than a second of decoding. An
 * honest one takes some milliseconds, so nearly nobody ever waits.
 */
const RULES = { atOnce: 4, waiting: 200, waitingOfOne: 10, longestWaitMs: 10_000 };

/** The line for everything that reads a page of groups. */
export const createListings = (clock: LineClock): Line => createLine(RULES, clock);
