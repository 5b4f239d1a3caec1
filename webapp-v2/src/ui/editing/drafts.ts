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
  /** Drops those that are not open and not to be kept; `left` is what was stored. */
  prune(isKept: (name: string, left: unknown) => boolean): Promise<void>;
  /** What was typed and not saved stays kept. */
  close(): void;
}

/** A form that is open, and how it ends. */
interface Opened {
  /** Becomes as it was left, unless somebody has begun to type. */
  restore(left: unknown): void;
  stop(): void;
}

/** Where drafts are kept; anything that can be cloned is stored. Declared in `stores` as well, in the same shape: `ui` may not import from there. */
export interface DraftShelf {
  /** All of them, by name, as all tabs have left them; what this page could not store, or has not yet, counts as it has it. */
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

  /** What was left, here as well, may have been saved, given up or typed on in another tab since; what is typed meanwhile may not. */
  async function lookAgain(name: string, form: Opened): Promise<void> {
    const known = stored?.get(name);
    const read = await kept.read().catch(() => null);
    if (!read || opened.get(name) !== form || stored?.get(name) !== known) return;
    if (read.has(name)) stored?.set(name, read.get(name));
    else stored?.delete(name);
    form.restore(read.get(name));
  }

  return {
    open<Form extends object, Entity>(name: string, start: () => DraftOrigin<Form, Entity>) {
      stop(name);
      const begun = start();
      const restored = signal(false);
      const draft = { ...beginDraft(begun), restored };
      /** As it was left, while nobody has typed on. */
      let left: StoredDraft<Form, Entity> | null = null;
      const isAsLeft = () => left !== null && draft.form.value === left.form && draft.origin.value === left.origin;
      const become = (next: StoredDraft<Form, Entity>, isRestored: boolean) =>
        batch(() => {
          draft.form.value = next.form;
          draft.origin.value = next.origin;
          restored.value = isRestored;
        });
      const restore = (kept: unknown) => {
        if (isTouched(draft) && !isAsLeft()) return;
        const found = readDraft(kept, begun);
        if (!found && !left) return;
        left = found;
        become(found ?? { form: begun.form, origin: begun }, found !== null);
      };
      restore((stored ?? early).get(name));
      let isFirst = true;
      const end = effect(() => {
        const [form, origin] = [draft.form.value, draft.origin.value];
        const isBeginning = isFirst;
        isFirst = false;
        // It is kept as that, or another tab has saved it by now.
        if (isAsLeft()) return;
        left = null;
        if (isTouched(draft)) keep(name, { form, origin } satisfies StoredDraft<Form, Entity>);
        // Nothing is taken back at the beginning; what was left may not have been read.
        else if (!isBeginning) {
          restored.value = false;
          forget(name);
        }
      });
      const form = { restore, stop: end };
      opened.set(name, form);
      if (stored) void lookAgain(name, form);
      return draft;
    },
    drop(name) {
      stop(name);
      forget(name);
    },
    async prune(isKept) {
      await settled;
      for (const [name, left] of [...(stored ?? [])]) if (!opened.has(name) && !isKept(name, left)) forget(name);
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
  Object.entries(example).every(([field, known]) => {
    if (known === null || value[field] === null) return true;
    return isRecord(known) ? isPartLike(value[field], known) : typeof value[field] === typeof known;
  });

/** The same of a field with parts. Single values may be missing: they are about members, who come and go. */
const isPartLike = (value: unknown, example: object): boolean =>
  isRecord(value) &&
  Object.entries(example).every(([part, known]) =>
    isRecord(known) ? isPartLike(value[part], known) : value[part] === undefined || typeof value[part] === typeof known,
  );
