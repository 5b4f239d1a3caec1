import { withoutUndefined } from '@splitifyd/shared/contract';
import type { DraftOrigin } from '../../../ui/editing/draft.ts';
import { type Editable, layOver, unitsOf } from '../../../ui/editing/rebase.ts';

/** Any of the fields. */
export type EditOf<Content> = { [Field in keyof Content]?: Content[Field] | undefined };

/** A refused edit with the entity as its author saw it, where that is known. */
export interface RefusedEdit<Entity, Edit> {
  id: string;
  draft?: Edit;
  base?: Entity;
}

/**
 * A refused edit goes on where its author was: it rests on what they saw, so that what others changed of the same things is a
 * conflict and everything else becomes as it is now [INV9]. Where what they saw is not known, everything they changed is a conflict.
 */
export function beginRefused<Entity extends Content, Form extends object, Content, Edit extends EditOf<Content>>(
  { formOf, units }: Editable<Entity, Form, Content, Edit>,
  now: Entity,
  draft: Edit,
  base: Entity | undefined,
): { origin: DraftOrigin<Form, Entity>; form: Form } {
  const start = base ?? now;
  const mine: Entity = { ...start, ...withoutUndefined(draft) };
  const form = formOf(start);
  return { origin: { entity: base ?? mine, form }, form: layOver(units, form, formOf(mine), unitsOf(units, draft)) };
}
