import { useSignal } from '@preact/signals';
import { type Outcome, useSubmission } from '../submission.ts';
import { type Draft, isTouched } from './draft.ts';
import type { Editable } from './rebase.ts';
import { type Editing, restOn, useEditing } from './use-editing.ts';

/** An edit that its author waits for. */
export interface SavedEdit<Entity, Form, Code> extends Editing<Entity> {
  change(patch: Partial<Form>): void;
  /** Sends what differs from what was seen, under its version; `onSaved` also where nothing differs. */
  submit(onSaved?: (() => void) | undefined): void;
  busy: boolean;
  problem: Code | null;
  /** It is as it was saved. */
  isSaved: boolean;
}

/** Edits `now` in a draft that rests on what its author has seen; what is typed while it is being saved stays. */
export function useSavedEdit<
  Entity extends Content & { version: number },
  Form extends object,
  Content,
  Edit extends object,
  Code extends string,
>(
  kind: Editable<Entity, Form, Content, Edit> & { contentOf(form: Form): Content },
  draft: Draft<Form, Entity>,
  now: Entity,
  save: (edit: Edit, version: number) => Promise<Outcome<Entity, Code>>,
): SavedEdit<Entity, Form, Code> {
  const { busy, problem, send, forgive } = useSubmission<Code>();
  const isSaved = useSignal(false);
  const savedVersion = useSignal(0);
  // What is being saved may arrive before its answer or after it; neither is a change by somebody else.
  const isUnderWay = busy.value || now.version < savedVersion.value;
  const editing = useEditing(kind, draft, isUnderWay ? null : now);
  return {
    ...editing,
    busy: busy.value,
    // The conflict says more of it.
    problem: editing.isConflict ? null : problem.value,
    isSaved: isSaved.value && !isTouched(draft),
    moveOn(keepMine) {
      editing.moveOn(keepMine);
      forgive();
    },
    change(patch) {
      draft.form.value = { ...draft.form.value, ...patch };
      isSaved.value = false;
      forgive();
    },
    submit(onSaved) {
      const seen = editing.seen ?? now;
      const sent = draft.form.value;
      const edit = kind.editOf(seen, kind.contentOf(sent));
      const saved = (entity: Entity) => {
        restOn(kind, draft, entity, sent);
        savedVersion.value = entity.version;
        isSaved.value = true;
        onSaved?.();
      };
      void send(async () => (edit ? save(edit, seen.version) : { ok: true, value: seen }), saved);
    },
  };
}
