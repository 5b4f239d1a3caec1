import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { beginDraft, type Draft, type DraftOrigin, isTouched } from './draft.ts';

/** A form that is being filled in, whether its sheet is open or not. */
export interface KeptDraft<Form extends object, Entity> extends Draft<Form, Entity> {
  /** It is as somebody left it, which may be known a moment after it was opened. */
  restored: ReadonlySignal<boolean>;
}

/** Half-typed forms by the names of what they are for: they outlive their sheets and the page, until saved or given up. */
export interface Drafts {
  /** As it was left, or else as `start` begins it. */
  open<Form extends object, Entity>(name: string, start: () => DraftOrigin<Form, Entity>): KeptDraft<Form, Entity>;
  drop(name: string): void;
  /** Drops those that are not open and that nobody can open any more. */
  prune(isReachable: (name: string) => boolean): Promise<void>;
  /** What was typed and not saved stays kept. */
  close(): void;
}

/** A form that is open, and how it ends. */
interface Opened {
  /** Becomes as it was left, unless somebody has begun to type. */
  restore(left: unknown): void;
  stop(): void;
}

/** Where drafts are kept; anything that can be cloned is stored. The stores' own of that name fits it, though neither room may know the other. */
export interface DraftShelf {
  /** All of them, by name. */
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** As often as somebody types. */
  keep(name: string, draft: unknown): void;
  drop(name: string): void;
}

export function createDrafts(kept: DraftShelf): Drafts {
  /** Null until what was kept has been read; from then on as it is kept. */
  let stored: Map<string, unknown> | null = null;
  /** What was kept or dropped before it was read, which counts more than what is read. */
  const early = new Map<string, unknown>();
  const opened = new Map<string, Opened>();

  const settle = (read: ReadonlyMap<string, unknown>) => {
    stored = new Map([...new Map([...read, ...early])].filter(([, left]) => left !== undefined));
    for (const [name, { restore }] of opened) if (!early.has(name)) restore(read.get(name));
  };
  // Where nothing can be read, nothing was typed before.
  const settled = kept.read().then(settle, () => settle(new Map()));

  const stop = (name: string) => {
    opened.get(name)?.stop();
    opened.delete(name);
  };

  const keep = (name: string, typed: unknown) => {
    (stored ?? early).set(name, typed);
    kept.keep(name, typed);
  };

  const forget = (name: string) => {
    if (!stored) early.set(name, undefined);
    else if (!stored.delete(name)) return;
    kept.drop(name);
  };

  return {
    open<Form extends object, Entity>(name: string, start: () => DraftOrigin<Form, Entity>) {
      stop(name);
      const begun = start();
      const restored = signal(false);
      const draft = { ...beginDraft(begun), restored };
      const restore = (left: unknown) => {
        const found = isTouched(draft) ? null : readDraft(left, begun);
        if (!found) return;
        batch(() => {
          draft.form.value = found.form;
          draft.origin.value = found.origin;
          restored.value = true;
        });
      };
      restore((stored ?? early).get(name));
      let isFirst = true;
      const end = effect(() => {
        const [form, origin] = [draft.form.value, draft.origin.value];
        if (isTouched(draft)) keep(name, { form, origin } satisfies StoredDraft<Form, Entity>);
        // Nothing is taken back at the beginning; what was left may not have been read.
        else if (!isFirst) {
          restored.value = false;
          forget(name);
        }
        isFirst = false;
      });
      opened.set(name, { restore, stop: end });
      return draft;
    },
    drop(name) {
      stop(name);
      forget(name);
    },
    async prune(isReachable) {
      await settled;
      for (const name of [...(stored?.keys() ?? [])]) if (!opened.has(name) && !isReachable(name)) forget(name);
    },
    close() {
      for (const name of [...opened.keys()]) stop(name);
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

/** Whether every field of `example` is there with a value of the same type; null stands for any. */
const isLike = (value: unknown, example: object): boolean =>
  isRecord(value) &&
  Object.entries(example).every(([field, known]) => known === null || value[field] === null || typeof value[field] === typeof known);
