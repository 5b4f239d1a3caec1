import { effect, type Signal, signal } from '@preact/signals';
import type { KeptDrafts } from '../../../stores/open-group.ts';

/** What the typing began from. */
export interface DraftOrigin<Form, Entity> {
  /** The entity as its editor has seen it; null for a new one. */
  entity: Entity | null;
  form: Form;
}

/** A form that is being filled in, whether its sheet is open or not. */
export interface Draft<Form extends object, Entity> {
  form: Signal<Form>;
  origin: Signal<DraftOrigin<Form, Entity>>;
}

/** Half-typed forms by the names of what they are for: they outlive their sheets and the page, until saved or given up. */
export interface Drafts {
  /** As it was left, or else as `start` begins it. `restored` tells which. */
  open<Form extends object, Entity>(
    name: string,
    start: () => DraftOrigin<Form, Entity>,
  ): { draft: Draft<Form, Entity>; restored: boolean };
  drop(name: string): void;
  /** What was typed and not saved stays kept. */
  close(): void;
}

export const isTouched = <Form extends object>({ form, origin }: Draft<Form, unknown>): boolean => form.value !== origin.value.form;

export function createDrafts(kept: KeptDrafts): Drafts {
  let stored: ReadonlyMap<string, unknown> = new Map();
  const storing = new Map<string, () => void>();
  // Where nothing can be read, nothing was typed before.
  kept.read().then(
    (read) => {
      stored = new Map([...read, ...stored]);
    },
    () => {},
  );

  const stop = (name: string) => {
    storing.get(name)?.();
    storing.delete(name);
  };

  const forget = (name: string) => {
    if (!stored.has(name)) return;
    stored = new Map([...stored].filter(([other]) => other !== name));
    kept.drop(name);
  };

  return {
    open<Form extends object, Entity>(name: string, start: () => DraftOrigin<Form, Entity>) {
      stop(name);
      const begun = start();
      const found = readDraft(stored.get(name), begun);
      const draft: Draft<Form, Entity> = {
        form: signal(found?.form ?? begun.form),
        origin: signal(found?.origin ?? begun),
      };
      const end = effect(() => {
        const [form, origin] = [draft.form.value, draft.origin.value];
        if (form === origin.form) return forget(name);
        const typed: StoredDraft<Form, Entity> = { form, origin };
        stored = new Map(stored).set(name, typed);
        kept.keep(name, typed);
      });
      storing.set(name, end);
      return { draft, restored: found !== null };
    },
    drop(name) {
      stop(name);
      forget(name);
    },
    close() {
      for (const name of [...storing.keys()]) stop(name);
    },
  };
}

interface StoredDraft<Form, Entity> {
  form: Form;
  origin: DraftOrigin<Form, Entity>;
}

/** What was stored, where it is a draft of the same kind as `begun`: an older page may have had other forms. */
function readDraft<Form extends object, Entity>(value: unknown, begun: DraftOrigin<Form, Entity>): StoredDraft<Form, Entity> | null {
  if (!isRecord(value) || !isRecord(value.origin)) return null;
  const { form, origin } = value;
  const sameKind = isLike(form, begun.form) && isLike(origin.form, begun.form) && (origin.entity === null) === (begun.entity === null);
  return sameKind ? (value as unknown as StoredDraft<Form, Entity>) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether every field of `example` is there with a value of the same type. */
const isLike = (value: unknown, example: object): boolean =>
  isRecord(value) && Object.entries(example).every(([field, known]) => typeof value[field] === typeof known);
