import { withoutUndefined } from '@splitifyd/shared/contract';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Conflict } from '../../../ui/editing/conflict.tsx';
import { type Draft, isTouched } from '../../../ui/editing/draft.ts';
import { type Editable, layOver, unitsOf } from '../../../ui/editing/rebase.ts';
import { useEditing } from '../../../ui/editing/use-editing.ts';
import { DeletedMeanwhile } from './deleted-meanwhile.tsx';
import { type Drafts, draftName } from './drafts.ts';
import { useDraft } from './use-draft.tsx';

/** Any of the fields. */
type EditOf<Content> = { [Field in keyof Content]?: Content[Field] | undefined };

/** An expense or payment while it is edited and others may change or delete it. */
interface Edited<Entity, Edit> {
  /** As it is now, or was before somebody deleted it. */
  entity: Entity;
  deletedBy: string | null;
  drafts: Drafts;
  /** An edit of it that was refused, to be looked at again. */
  refused: { id: string; draft?: Edit } | undefined;
  words: {
    /** Somebody changed it, and what it is now. */
    changed: string;
    theirs: string;
    /** `deletedBy` deleted it. */
    deleted(deletedBy: string): string;
  };
}

interface EntityDraft<Form extends object, Entity> {
  draft: Draft<Form, Entity>;
  /** What the form rests on. */
  seen: Entity | null;
  /** Nothing is saved before it is settled. */
  isConflict: boolean;
  /** What there is to say above the fields. */
  remark: ComponentChildren;
  /** It is saved, or given up. */
  discard(): void;
}

export function useEntityDraft<
  Entity extends Content & { id: string; version: number },
  Form extends object,
  Content,
  Edit extends EditOf<Content>,
>(kind: Editable<Entity, Form, Content, Edit>, edited: Edited<Entity, Edit>): EntityDraft<Form, Entity> {
  const { entity, deletedBy, drafts, refused, words } = edited;
  const name = refused ? draftName.refused(refused.id) : draftName.edit(entity.id);
  const { draft, remark, discard } = useDraft<Form, Entity>(drafts, name, () => ({ entity, form: kind.formOf(entity) }));
  useState(() => {
    if (refused?.draft && !isTouched(draft)) draft.form.value = layRefused(kind, entity, draft.form.value, refused.draft);
  });
  const { seen, isConflict, moveOn } = useEditing(kind, draft, deletedBy === null ? entity : null);

  const conflict = isConflict && (
    <Conflict title={words.changed} theirs={words.theirs} onTakeTheirs={() => moveOn(false)} onKeepMine={() => moveOn(true)} />
  );
  const deleted = deletedBy !== null && <DeletedMeanwhile title={words.deleted(deletedBy)} />;
  return { draft, seen, isConflict, remark: deleted || conflict || remark, discard };
}

/** A refused edit is laid over what the entity is now, and still has to be told apart from it. */
function layRefused<Entity extends Content, Form, Content, Edit extends EditOf<Content>>(
  { formOf, units }: Editable<Entity, Form, Content, Edit>,
  entity: Entity,
  form: Form,
  edit: Edit,
): Form {
  return layOver(units, form, formOf({ ...entity, ...withoutUndefined(edit) }), unitsOf(units, edit));
}
