import { createHash } from 'node:crypto';
import { canonicalJson, type EndpointName } from '@splitifyd/shared/contract';

/**
 * What a mutation id stands for: SHA-256 (hex) of endpoint, parameters and parsed body. `If-Match` is left out, because a client that
 * repeats a mutation after a lost answer may know a newer version by then and still means the same change.
 */
export function requestHash(endpoint: EndpointName, params: unknown, body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson([endpoint, params, body]))
    .digest('hex');
}
