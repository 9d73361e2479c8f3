/**
 * What can be wrong with a request, as typed values: each names the field, the rule where there is one, and what
 * would be accepted, in Swedish and English. Faults never carry names, personal numbers or SQL.
 */
import type { Bilingual } from './text.ts';

/** `NOT_FOUND` also answers for what the caller may not see: the two are told apart nowhere. */
export type FaultKind = 'NOT_FOUND' | 'CONFLICT' | 'VALIDATION' | 'RULE_VIOLATION' | 'FORBIDDEN';

export interface FaultDetails {
  readonly kind: FaultKind;
  /** Stable, machine-readable: `PERSONAL_NUMBER_INVALID`, `CASE_ALREADY_OPEN`, … (schema/error-codes.md). */
  readonly code: string;
  readonly message: Bilingual;
  /** Field of the input, dotted: `input.period.until`. */
  readonly path?: string;
  /** Rule of the routine that refuses, such as `R0-26`. */
  readonly ruleId?: string;
}

/** Thrown by rules and use cases; the edges turn it into a typed answer. */
export class Fault extends Error {
  readonly details: FaultDetails;

  constructor(details: FaultDetails) {
    super(details.code);
    this.name = 'Fault';
    this.details = details;
  }
}

/** The input is malformed or contradicts itself. */
export function invalid(code: string, path: string, message: Bilingual, ruleId?: string): Fault {
  return new Fault({ kind: 'VALIDATION', code, path, message, ...(ruleId === undefined ? {} : { ruleId }) });
}

/** The routine refuses. `ruleId` says which of its rules. */
export function refusedByRule(code: string, ruleId: string, message: Bilingual, path?: string): Fault {
  return new Fault({ kind: 'RULE_VIOLATION', code, ruleId, message, ...(path === undefined ? {} : { path }) });
}

/** The object does not exist, or the caller may not know that it does. */
export function notFound(path?: string): Fault {
  return new Fault({
    kind: 'NOT_FOUND',
    code: 'NOT_FOUND',
    message: { sv: 'Finns inte, eller är inte åtkomligt för dig.', en: 'Does not exist, or is not accessible to you.' },
    ...(path === undefined ? {} : { path }),
  });
}

/** The state has changed, or the write collides with another. */
export function conflict(code: string, message: Bilingual, path?: string): Fault {
  return new Fault({ kind: 'CONFLICT', code, message, ...(path === undefined ? {} : { path }) });
}

/** The caller sees the object but may not do this with it. */
export function forbidden(message: Bilingual, path?: string): Fault {
  return new Fault({ kind: 'FORBIDDEN', code: 'FORBIDDEN', message, ...(path === undefined ? {} : { path }) });
}
