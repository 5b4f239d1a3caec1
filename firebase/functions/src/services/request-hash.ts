import { createHash } from 'node:crypto';
import type { EndpointName } from '@splitifyd/shared/contract';

/** JSON with sorted keys and without `undefined`: equal values have equal text, whatever the order they were written in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/**
 * What a mutation id stands for: SHA-256 (hex) of endpoint, parameters and parsed body. `If-Match` is left out, because a client that
 * repeats a mutation after a lost answer may know a newer version by then and still means the same change.
 */
export function requestHash(endpoint: EndpointName, params: unknown, body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson([endpoint, params, body]))
    .digest('hex');
}
