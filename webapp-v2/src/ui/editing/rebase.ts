import { saysSame } from './draft.ts';

/** Fields of a form that are one thing to its author and to the server, by the field of the edit that stands for them. */
export type Units<Form> = Readonly<Record<string, readonly (keyof Form)[]>>;

/** How one kind of thing is typed, and how two states of it are told apart. */
export interface Editable<Entity, Form, Content, Edit extends object> {
  formOf(content: Content): Form;
  /** What an edit from one state to another names; null where nothing differs. */
  editOf(before: Entity, after: Content): Edit | null;
  units: Units<Form>;
}

/** What was typed since `start`, and not taken back. */
export const touchedUnits = <Form>(units: Units<Form>, start: Form, mine: Form): string[] =>
  Object.keys(units).filter((unit) => units[unit]?.some((field) => !saysSame(mine[field], start[field])));

/**
 * What somebody changed from `seen` to `now` and what was typed over here as well, unless both made the same of it: an answer that
 * was lost on the way had saved what its author asks to save again. Other changes merge by themselves.
 */
export function conflictsOf<Entity extends Content, Form, Content, Edit extends object>(
  { formOf, editOf, units }: Editable<Entity, Form, Content, Edit>,
  versions: { seen: Entity; now: Entity },
  forms: { start: Form; mine: Form },
): string[] {
  const theirs = editOf(versions.seen, versions.now);
  if (theirs === null) return [];
  const differing = touchedUnits(units, formOf(versions.now), forms.mine);
  return touchedUnits(units, forms.start, forms.mine).filter((unit) => unit in theirs && differing.includes(unit));
}

/** Theirs with mine laid over it: what was not typed over here becomes theirs. */
export const rebase = <Form>(units: Units<Form>, start: Form, mine: Form, theirs: Form): Form =>
  layOver(units, theirs, mine, touchedUnits(units, start, mine));

/** The units that an edit names. */
export const unitsOf = <Form>(units: Units<Form>, edit: object): string[] => {
  const named = Object.entries(edit).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return Object.keys(units).filter((unit) => named.includes(unit));
};

/** `form` with some units of another one. */
export function layOver<Form>(units: Units<Form>, form: Form, upper: Form, names: readonly string[]): Form {
  const fields = names.flatMap((name) => units[name] ?? []);
  return fields.length === 0 ? form : { ...form, ...Object.fromEntries(fields.map((field) => [field, upper[field]])) };
}
