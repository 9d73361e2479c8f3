/** What the caller says a request is for: one word in `X-Purpose`, which goes into the audit. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { invalid } from '../kernel/faults.ts';

const word = /^[A-Z][A-Z_]{1,39}$/u;

/** The purpose, or null where none is given. @throws Fault when it is no word in capitals: it must not be free text */
export function purposeOf(request: IncomingMessage): string | null {
  const header = request.headers['x-purpose'];
  if (header === undefined) return null;
  if (typeof header === 'string' && word.test(header)) return header;
  throw invalid('PURPOSE_INVALID', 'X-Purpose', {
    sv: 'X-Purpose ska vara ett ord i versaler, till exempel INTAKE.',
    en: 'X-Purpose must be one word in capitals, such as INTAKE.',
  });
}

/** Refuses a request with a purpose that is none, before anything else is looked at. */
export const requirePurpose: RequestHandler = (request, _response, next) => {
  purposeOf(request);
  next();
};
