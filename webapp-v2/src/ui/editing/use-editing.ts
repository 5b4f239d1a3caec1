import { batch } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Draft } from './draft.ts';
import { conflictsOf, type Editable, rebase } from './rebase.ts';

export interface Standing<Entity> {
  /** What the form rests on; null for something new. */
  seen: Entity | null;
  /** What that has become; null where nothing of it changed. */
  newer: Entity | null;
  /** The units that somebody changed and that were typed over here as well. */
  conflicts: readonly string[];
}

/**
 * How a form stands to what its entity is now; `now` is null once that has been deleted. The version alone does not tell: what
 * was seen may hold a change of one's own that was refused, and somebody else's has the number that it would have got [INV9].
 */
export function standingOf<Entity extends Content & { version: number }, Form extends object, Content, Edit extends object>(
  kind: Editable<Entity, Form, Content, Edit>,
  { form, origin }: Draft<Form, Entity>,
  now: Entity | null,
): Standing<Entity> {
  const { entity: seen, form: start } = origin.value;
  if (seen === null || now === null || (now.version === seen.version && kind.editOf(seen, now) === null)) {
    return { seen, newer: null, conflicts: [] };
  }
  return { seen, newer: now, conflicts: conflictsOf(kind, { seen, now }, { start, mine: form.value }) };
}

/** Lets the form rest on `entity`; what was typed over since it was like `since` stays, the rest becomes as the entity is. */
export function restOn<Entity extends Content, Form extends object, Content, Edit extends object>(
  kind: Editable<Entity, Form, Content, Edit>,
  { form, origin }: Draft<Form, Entity>,
  entity: Entity,
  since: Form,
): void {
  const start = kind.formOf(entity);
  batch(() => {
    form.value = rebase(kind.units, since, form.value, start);
    origin.value = { entity, form: start };
  });
}

export interface Editing<Entity> extends Pick<Standing<Entity>, 'seen' | 'conflicts'> {
  /** Nothing is saved before it is settled. */
  isConflict: boolean;
  /** Settles a conflict. */
  moveOn(keepMine: boolean): void;
}

/**
 * Edits what its editor has seen [INV9]. What others change meanwhile joins the form where nothing was typed over it; where
 * something was, a choice moves it on. Once the entity has been deleted the form stays as it is.
 */
export function useEditing<Entity extends Content & { version: number }, Form extends object, Content, Edit extends object>(
  kind: Editable<Entity, Form, Content, Edit>,
  draft: Draft<Form, Entity>,
  now: Entity | null,
): Editing<Entity> {
  const { seen, newer, conflicts } = standingOf(kind, draft, now);
  const isConflict = conflicts.length > 0;
  const moveOn = (keepMine: boolean) => {
    if (newer) restOn(kind, draft, newer, keepMine ? draft.origin.value.form : draft.form.value);
  };
  useLayoutEffect(() => {
    if (!isConflict) moveOn(true);
  }, [newer, isConflict]);
  return { seen, conflicts, isConflict, moveOn };
}
