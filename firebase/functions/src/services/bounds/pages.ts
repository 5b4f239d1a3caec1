import { createLine, type Line, type LineClock } from './fair-line.ts';

/**
 * A page of rows of the largest groups weighs some 10 MB from its arrival to its answer, and an instance has 512 MiB for 80 calls. With so many at
 * once the processor is busy all the time, so that nobody is answered later for waiting in line instead.
 */
const RULES = { atOnce: 16, waiting: 500, waitingOfOne: 100, longestWaitMs: 10_000 };

/** The line for everything that reads a page of expenses, settlements or activity, or the debts of a group's pairs. */
export const createPages = (clock: LineClock): Line => createLine(RULES, clock);
