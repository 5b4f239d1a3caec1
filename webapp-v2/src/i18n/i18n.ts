import { type ReadonlySignal, signal } from '@preact/signals';
import { createDateFormat, type DateFormat } from './date-format.ts';
import type { en } from './en.ts';
import type { enEntry } from './en-entry.ts';
import { fill, formOf, type Message, type ParamsOf } from './message.ts';
import { createMoneyFormat, type MoneyFormat } from './money-format.ts';

export type MessageKey = keyof typeof en;

/** The texts of one language: every key, each with the plural forms that language needs. */
export type Messages = { readonly [Key in MessageKey]: Message };

/** At least what the sign-in page and the kit say. */
export type EntryMessages = { readonly [Key in keyof typeof enEntry]: Message } & Partial<Messages>;

/** How much of a language is there: what the sign-in page and the kit say, what the pages drawn first say as well, or everything. */
export type Reach = 'entry' | 'pages' | 'whole';

export interface I18n extends MoneyFormat, DateFormat {
  readonly language: string;
  /** It only grows. Who says more has to wait, and to ask. */
  readonly reach: ReadonlySignal<Reach>;
  /** Asks for every message. @throws when they did not arrive; they are asked for on, and `reach` tells when they have come */
  askForAll(): Promise<void>;
  readonly direction: 'ltr' | 'rtl';
  /** Of words, dates and numbers: the reader's own variant of the language of the messages. */
  readonly locale: string;
  /** What the reader's browser prefers, in whatever language: its region says which currency is likely. */
  readonly homeLocale: string;
  /** The text of a message with its parameters filled in. */
  t<Key extends MessageKey>(key: Key, ...params: ParamsOf<(typeof en)[Key], string | number>): string;
  /** The same, for parameters that are not text (elements): the parts in the order of the language. */
  parts<Value, Key extends MessageKey = MessageKey>(key: Key, params: Readonly<Record<string, Value>>): (string | Value)[];
  /** "Ada, Bo and Cy" */
  list(items: readonly string[]): string;
}

interface I18nInput {
  /** Language of the messages, a BCP 47 tag. */
  language: string;
  /** More of them may join as `reach` grows. */
  messages: EntryMessages;
  reach?: ReadonlySignal<Reach>;
  askForAll?: () => Promise<void>;
  /** What the user's browser prefers, best first. Words, dates and numbers follow it in the messages' own language alone [LOC1]. */
  preferred: readonly string[];
  /** Epoch ms. */
  now: () => number;
}

const WHOLE = signal<Reach>('whole');
const allIsThere = () => Promise.resolve();

export function createI18n({ language, messages, reach = WHOLE, askForAll = allIsThere, preferred, now }: I18nInput): I18n {
  const locale = preferred.find((tag) => languageOf(tag) === languageOf(language)) ?? language;
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const direction = RIGHT_TO_LEFT.has(languageOf(language)) ? 'rtl' : 'ltr';
  // Names and amounts of the other direction must not turn round the words about them.
  const isolated = (params: Readonly<Record<string, string | number>>) =>
    direction === 'ltr'
      ? params
      : Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name === 'count' ? value : `\u2068${value}\u2069`]));
  const parts = <Value>(key: MessageKey, params: Readonly<Record<string, Value>>): (string | Value)[] =>
    fill(formOf(messages[key] ?? '', params.count, plurals), params);

  return {
    ...createMoneyFormat(locale),
    ...createDateFormat(locale, now),
    language,
    reach,
    askForAll,
    homeLocale: preferred[0] ?? language,
    direction,
    t: (key, ...[params]) => parts<string | number>(key, isolated(params ?? {})).join(''),
    parts,
    list: (items) => lists.format(items),
  };
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** `Intl.Locale.prototype.getTextInfo` would tell, but is not in every browser yet. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
