import { Buffer } from 'node:buffer';
import { LIMITS } from '@splitifyd/shared/contract';
import express, { type Request, type RequestHandler } from 'express';
import { invalidField, Problem } from '../services/problem.ts';

/**
 * Leaves the request's bytes in `rawBody`. Cloud Functions has read and parsed the body before Express sees the request, and keeps the
 * bytes there; on plain Node we read them ourselves. Either way only the bytes are trusted, so both behave alike.
 */
export function readRawBody(): RequestHandler {
  const read = express.raw({ type: () => true, limit: LIMITS.bodyBytes });
  return (request, response, next) => {
    if (rawBody(request)) next();
    else read(request, response, next);
  };
}

const rawBody = (request: Request): Buffer | undefined => {
  if ('rawBody' in request && Buffer.isBuffer(request.rawBody)) return request.rawBody;
  return Buffer.isBuffer(request.body) ? request.body : undefined;
};

/** No map has more than one key for each member. With thousands of keys, validation would report a problem for each. */
const MOST_KEYS = 2 * LIMITS.membersPerGroup;

/** The JSON a request carries; an empty object where it carries none. */
export function parseJsonBody(request: Request): unknown {
  const bytes = rawBody(request);
  if (!bytes || bytes.length === 0) return {};
  if (bytes.length > LIMITS.bodyBytes) throw new Problem('payload-too-large');
  let hidesKey = false;
  let isCrowded = false;
  const look = (key: string, value: unknown): unknown => {
    hidesKey ||= key === '__proto__';
    isCrowded ||= typeof value === 'object' && value !== null && Object.keys(value).length > MOST_KEYS;
    return value;
  };
  const body = parse(bytes, look);
  // Schemas leave it out of maps in silence: what is sent would not be what is kept.
  if (hidesKey) throw invalidField('__proto__', 'this key is not allowed');
  if (isCrowded) throw invalidField('', 'an object has too many keys');
  return body;
}

function parse(bytes: Buffer, look: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), look);
  } catch {
    throw invalidField('', 'the body is not JSON in UTF-8');
  }
}
