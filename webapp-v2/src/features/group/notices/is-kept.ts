import type { I18n } from '../../../i18n/i18n.ts';
import { isReachable, type Known } from '../editing/reachable.ts';
import type { People } from '../people.ts';
import { draftText } from './draft-text.ts';

/** A draft is kept while a form can be opened for it, or something was typed in it that its author has not been told of and dismissed. */
export const isKept = (name: string, left: unknown, group: Known, people: People, i18n: I18n): boolean =>
  isReachable(name, group) || draftText(left, people, i18n) !== '';
