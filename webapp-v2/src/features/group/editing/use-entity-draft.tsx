import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Conflict } from '../../../ui/editing/conflict.tsx';
import { type Draft, isTouched } from '../../../ui/editing/draft.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import type { Editable } from '../../../ui/editing/rebase.ts';
import { useDraft } from '../../../ui/editing/use-draft.tsx';
import { useEditing } from '../../../ui/editing/use-editing.ts';
import { beginRefused, type EditOf, type RefusedEdit } from './begin-refused.ts';
import { DeletedMeanwhile } from './deleted-meanwhile.tsx';
import { draftName } from './draft-name.ts';

/** An expense or payment while it is edited and others may change or delete it. */
interface Edited<Entity, Edit> {
  /** As it is now, or was before somebody deleted it. */
  entity: Entity;
  deletedBy: string | null;
  drafts: Drafts;
  /** An edit of it that was refused, to be looked at again. */
  refused: RefusedEdit<Entity, Edit> | undefined;
  words: {
    /** Somebody changed it. */
    changed: string;
    /** What that made of some units of it. */
    theirs(units: readonly string[]): string;
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
  const [begun] = useState(() => {
    // With what is deleted there is nothing to merge.
    if (refused?.draft) return beginRefused(kind, entity, refused.draft, deletedBy === null ? refused.base : undefined);
    const form = kind.formOf(entity);
    return { origin: { entity, form }, form };
  });
  const { draft, remark, discard } = useDraft<Form, Entity>(drafts, name, () => begun.origin);
  useState(() => {
    if (!isTouched(draft)) draft.form.value = begun.form;
  });
  const { seen, conflicts, isConflict, moveOn } = useEditing(kind, draft, deletedBy === null ? entity : null);

  const conflict = isConflict && (
    <Conflict title={words.changed} theirs={words.theirs(conflicts)} onTakeTheirs={() => moveOn(false)} onKeepMine={() => moveOn(true)} />
  );
  const deleted = deletedBy !== null && <DeletedMeanwhile title={words.deleted(deletedBy)} />;
  return { draft, seen, isConflict, remark: deleted || conflict || remark, discard };
}
