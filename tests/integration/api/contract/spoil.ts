import fc from 'fast-check';
import { LIMITS } from '../../../../packages/shared/src/contract/index.ts';
import { MAX_AMOUNT } from '../../../../packages/shared/src/domain/index.ts';
import type { AnyCall } from './provoke.ts';

const NUMBERS = [0, -0, -1, 1, 0.1, MAX_AMOUNT, MAX_AMOUNT + 1, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324];

const LENGTHS = [LIMITS.nameLength, LIMITS.descriptionLength, LIMITS.noteLength, 60_000].flatMap((length) => [length, length + 1]);
const TEXTS = [
  ...['', ' ', '\u0000', '\n', '\ud800', '\udfff x', '\u202e', '\ufeff', 'e\u0301'.repeat(60), '👩‍👩‍👧‍👦'.repeat(20), 'İ', '٣', '１２'],
  ...['__proto__', 'constructor', 'toString', '..', '.', '/', '%2f', '__x__', 'a.b', '`x`', '$where', "' or 1=1 --", '<script>', '{{7*7}}'],
  ...['null', 'true', 'NaN', 'Infinity', '-0', '1e400', '0x10', '2026-02-30', '0000-00-00', '10000-01-01', 'XXX', 'eur'],
  ...LENGTHS.map((length) => 'x'.repeat(length)),
];

/** Anything JSON can carry, and a liking for what has broken servers before. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...NUMBERS, ...TEXTS, null, true, [], {}, [[]], [null]),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.dictionary(
    fc.oneof(fc.uuid(), fc.constantFrom('__proto__', 'constructor', 'a.b', '')),
    fc.oneof(fc.integer(), fc.constantFrom(...NUMBERS)),
    {
      maxKeys: 120,
    },
  ),
);

const UUID_LIKE = fc.oneof(fc.uuid(), fc.constantFrom('-'.repeat(36), 'f'.repeat(36)));
const MOMENT = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(...NUMBERS));
const DAY = fc.constantFrom('2026-03-14', '1900-01-01', '2999-12-31', '2026-02-30', '10000-01-01', '');
/** The history that the server itself names, put in place of this by whoever sends it. */
const EPOCH = fc.constantFrom('<epoch>', '<epoch>', 'another', null);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });

/** What cursors are made of (see services/cursors), with values at the limits; of other places' cursors, and with parts too many or too few. */
const cursorParts: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.oneof(
      fc.tuple(DAY, MOMENT, UUID_LIKE),
      fc.tuple(MOMENT, UUID_LIKE),
      fc.tuple(MOMENT),
      fc.tuple(EPOCH, maybe(MOMENT), MOMENT, maybe(UUID_LIKE), MOMENT, maybe(UUID_LIKE)),
    ) as fc.Arbitrary<unknown[]>,
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(fc.nat(6), strange) }),
  )
  .map(([parts, instead]) => (instead === null ? parts : parts.toSpliced(instead[0], instead[0] % 2, instead[1])));

/** A cursor that decodes, but that nobody was ever given. */
export const forging: fc.Arbitrary<Spoiling> = fc.record({
  kind: fc.constant('cursor'),
  at: fc.integer({ min: 1, max: LIMITS.pageSize }),
  value: fc.oneof({ weight: 5, arbitrary: cursorParts }, { weight: 1, arbitrary: fc.jsonValue() }),
});

const ASCII = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });

export interface Spoiling {
  kind: 'replace' | 'insert' | 'remove' | 'malform' | 'query' | 'key' | 'version' | 'param' | 'cursor';
  at: number;
  value: unknown;
}

/** One thing that is wrong with a call; `at` picks the place, wherever there is one. */
export const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('replace', 'insert', 'remove'), at: fc.nat(), value: strange }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('malform'), at: fc.nat(), value: fc.string({ unit: 'binary', maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('query'), at: fc.nat(), value: strange }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('key', 'version'), at: fc.nat(), value: ASCII }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('param'),
      at: fc.nat(),
      // Clients resolve these by themselves, and ask for something else.
      value: fc.oneof(ASCII, fc.constantFrom(...TEXTS.slice(0, -8))).filter((text) => text !== '.' && text !== '..'),
    }),
  },
);

/** A call in the form in which it goes over the wire. */
interface RawCall {
  params: Record<string, string>;
  query: string;
  headers: Record<string, string>;
  body: string;
}

export function spoil({ params = {}, query = '', body, key = '', ifMatch }: AnyCall, { kind, at, value }: Spoiling): RawCall {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const call: RawCall = { params: { ...params }, query, headers, body: body === undefined ? '' : JSON.stringify(body) };
  const text = textOf(value);

  if (kind === 'key') headers['idempotency-key'] = text;
  else if (kind === 'version') headers['if-match'] = text;
  else if (kind === 'param') {
    const names = Object.keys(params);
    const name = names[at % Math.max(1, names.length)];
    if (name) call.params[name] = wellFormed(text);
  } else if (kind === 'query') {
    const name = ['limit', 'cursor', 'since', 'epoch', 'wait', '__proto__'][at % 6];
    call.query = `?${name}=${encodeURIComponent(wellFormed(text.slice(0, 3000)))}`;
  } else if (kind === 'cursor') {
    call.query = `?cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}&limit=${at}`;
  } else if (kind === 'malform') {
    const where = at % (call.body.length + 1);
    call.body = call.body.slice(0, where) + text + call.body.slice(where + (at % 3));
  } else call.body = JSON.stringify(changed(body ?? {}, { kind, at, value }));
  return call;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Addresses cannot carry half a character; bodies can. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** The body with one place of it, however deep, changed. */
function changed(body: unknown, { kind, at, value }: Spoiling): unknown {
  const copy: unknown = structuredClone(body);
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return kind === 'insert' ? { [textOf(value)]: value } : value;
  if (kind === 'remove') delete place.owner[place.field];
  else if (kind === 'insert') place.owner[textOf(value)] = value;
  else place.owner[place.field] = value;
  return copy;
}

function placesIn(value: unknown): { owner: Record<string, unknown>; field: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((field) => [{ owner, field }, ...placesIn(owner[field])]);
}
