import { type Signal, signal } from '@preact/signals';

/** What the typing began from. */
export interface DraftOrigin<Form, Entity> {
  /** The entity as its editor has seen it; null for a new one. */
  entity: Entity | null;
  form: Form;
}

/** A form that is being filled in; forms change by replacing what they hold. */
export interface Draft<Form extends object, Entity> {
  form: Signal<Form>;
  origin: Signal<DraftOrigin<Form, Entity>>;
}

/** Whether it differs from what it began as; what was typed and taken back again does not. */
export const isTouched = <Form extends object>({ form, origin }: Draft<Form, unknown>): boolean => !saysSame(form.value, origin.value.form);

/** Whether two forms, or parts of them, say the same: what is empty or not chosen is as good as not there. */
export function saysSame(a: unknown, b: unknown): boolean {
  if (!isParts(a) || !isParts(b)) return isNothing(a) ? isNothing(b) : a === b;
  return a === b || Object.keys({ ...a, ...b }).every((part) => saysSame(a[part], b[part]));
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false;

const isParts = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Nothing is typed yet. */
export function beginDraft<Form extends object, Entity>(origin: DraftOrigin<Form, Entity>): Draft<Form, Entity> {
  return { form: signal(origin.form), origin: signal(origin) };
}
