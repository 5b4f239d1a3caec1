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

/** The JSON a request carries; an empty object where it carries none. */
export function parseJsonBody(request: Request): unknown {
  const bytes = rawBody(request);
  if (!bytes || bytes.length === 0) return {};
  if (bytes.length > LIMITS.bodyBytes) throw new Problem('payload-too-large');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalidField('', 'the body is not JSON in UTF-8');
  }
}
