/** Plural forms by the categories of `Intl.PluralRules`; chosen by the parameter `count`. */
interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A text with `{parameters}`. */
export type Message = string | PluralForms;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The parameters of a message: `'{from} pays {to}'` → `'from' | 'to'`. */
type ParamNames<M> = M extends string ? NamesIn<M> : 'count' | NamesIn<M[keyof M]>;

/** Distributes over unions, so a key of several messages must give the parameters of each. */
export type ParamsOf<M, Value> = M extends unknown
  ? [ParamNames<M>] extends [never]
    ? []
    : [params: Record<ParamNames<M>, Value>]
  : never;

const PARAMETER = /\{(\w+)\}/g;

export function formOf(message: Message, count: unknown, plurals: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  return message[plurals.select(Number(count))] ?? message.other;
}

/** The text around the parameters and their values, in the order of the language. */
export function fill<Value>(text: string, params: Readonly<Record<string, Value>>): (string | Value)[] {
  const parts: (string | Value)[] = [];
  let end = 0;
  for (const match of text.matchAll(PARAMETER)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(params[match[1] ?? ''] ?? match[0]);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The names of the parameters in every form of a message, sorted. */
export function parameterNames(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PARAMETER)].map((match) => match[1] ?? '')))].sort();
}
