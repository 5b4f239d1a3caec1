import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { type Clock, systemClock } from '../platform/clock.ts';

/** How long until a page's code is asked for again when it could not be had, in ms. */
const AGAIN_MS = 2000;

/**
 * A page, or what lies over all of them, whose code comes when it is shown or preloaded; asked for until it is there, as networks come
 * and go. It suspends, so that the router keeps the page before it meanwhile. A part of a page, which can have something in its
 * place, comes by `later`.
 */
export function pageCode<Props>(load: () => Promise<ComponentType<Props>>, clock: Clock = systemClock) {
  return lazy(async () => {
    for (;;) {
      try {
        return await load();
      } catch {
        await clock.sleep(AGAIN_MS);
      }
    }
  });
}
