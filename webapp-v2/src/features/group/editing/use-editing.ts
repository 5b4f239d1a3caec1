import { useLayoutEffect } from 'preact/hooks';
import type { Draft } from './drafts.ts';
import { type Editable, isConflicting, rebase } from './rebase.ts';

export interface Editing<Entity> {
  /** What the form rests on; null for something new. */
  seen: Entity | null;
  /** Somebody changed what was typed over here as well. */
  isConflict: boolean;
  /** Moves the form on to the entity as it is now, with or without what was typed. */
  moveOn(keepMine: boolean): void;
}

/**
 * Edits what its editor has seen [INV9]. What others change meanwhile joins the form where nothing was typed over it; where
 * something was, a choice moves it on. `now` is null once the entity has been deleted: the form stays as it is.
 */
export function useEditing<Entity extends Content & { version: number }, Form extends object, Content, Edit extends object>(
  kind: Editable<Entity, Form, Content, Edit>,
  { form, origin }: Draft<Form, Entity>,
  now: Entity | null,
): Editing<Entity> {
  const seen = origin.value.entity;
  const newer = now !== null && seen !== null && now.version > seen.version ? now : null;
  const isConflict =
    newer !== null && seen !== null && isConflicting(kind, { seen, now: newer }, { start: origin.value.form, mine: form.value });

  const moveOn = (keepMine: boolean) => {
    if (!newer) return;
    const start = kind.formOf(newer);
    form.value = keepMine ? rebase(kind.units, origin.value.form, form.value, start) : start;
    origin.value = { entity: newer, form: start };
  };
  useLayoutEffect(() => {
    if (!isConflict) moveOn(true);
  }, [newer, isConflict]);

  return { seen, isConflict, moveOn };
}
