import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type DraftOrigin, isTouched } from './draft.ts';
import type { Drafts, KeptDraft } from './drafts.ts';
import { Restored } from './restored.tsx';

interface OpenDraft<Form extends object, Entity> {
  draft: KeptDraft<Form, Entity>;
  /** Says that the form is as it was left; null where it is not. */
  remark: ComponentChildren;
  /** It is saved, or given up. */
  discard(): void;
}

/** A half-typed form for as long as its sheet is open, as it was left where it was. */
export function useDraft<Form extends object, Entity>(
  drafts: Drafts,
  name: string,
  start: () => DraftOrigin<Form, Entity>,
): OpenDraft<Form, Entity> {
  const [draft] = useState(() => drafts.open(name, start));
  return {
    draft,
    remark: draft.restored.value && isTouched(draft) && (
      <Restored
        onStartOver={() => {
          draft.form.value = draft.origin.value.form;
        }}
      />
    ),
    discard: () => drafts.drop(name),
  };
}
