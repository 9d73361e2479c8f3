/** Refusals outside GraphQL: problem documents (RFC 9457), Swedish first. They name no rows, no reasons and no one. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { IssuerUnreachable } from '../identity/token-verifier.ts';
import { isOutage } from '../database/outage.ts';
import { Fault, type FaultKind } from '../kernel/faults.ts';
import type { Bilingual } from '../kernel/text.ts';
import { describeDefect } from './defect.ts';
import { requestIdOf } from './request-log.ts';

export interface Problem {
  readonly status: number;
  /** Stable, machine-readable. */
  readonly code: string;
  readonly title: Bilingual;
  /** Field of the request. */
  readonly path?: string;
}

export const problems = {
  UNAUTHENTICATED: { status: 401, code: 'UNAUTHENTICATED', title: { sv: 'Du behöver logga in.', en: 'Sign in first.' } },
  NOT_FOUND: { status: 404, code: 'NOT_FOUND', title: { sv: 'Sidan finns inte.', en: 'There is nothing at this address.' } },
  METHOD_NOT_ALLOWED: { status: 405, code: 'METHOD_NOT_ALLOWED', title: { sv: 'Metoden går inte att använda här.', en: 'This method is not allowed here.' } },
  TOO_LARGE: { status: 413, code: 'TOO_LARGE', title: { sv: 'Begäran är för stor.', en: 'The request is too large.' } },
  BAD_REQUEST: { status: 400, code: 'BAD_REQUEST', title: { sv: 'Begäran går inte att läsa.', en: 'The request cannot be read.' } },
  UNAVAILABLE: { status: 503, code: 'UNAVAILABLE', title: { sv: 'Tjänsten är upptagen. Försök snart igen.', en: 'The service is busy. Try again soon.' } },
  INTERNAL: { status: 500, code: 'INTERNAL', title: { sv: 'Något gick fel hos oss.', en: 'Something went wrong on our side.' } },
} as const satisfies Record<string, Problem>;

/** Seconds after which a refused request may be tried again. */
export const retryAfter = '1';

export function sendProblem(response: Response, problem: Problem): void {
  const { status, code, title, path } = problem;
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (status === 503) response.set('Retry-After', retryAfter);
  const message = `${title.sv} / ${title.en}`;
  response
    .status(status)
    .type('application/problem+json')
    .json({
      type: 'about:blank',
      title: message,
      status,
      code,
      ...(path === undefined ? {} : { path }),
      // Clients of GraphQL look here.
      errors: [{ message, extensions: { code } }],
    });
}

const statuses: Readonly<Record<FaultKind, number>> = {
  NOT_FOUND: 404, CONFLICT: 409, VALIDATION: 400, RULE_VIOLATION: 422, FORBIDDEN: 403,
};

/** The problem that answers an error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Fault) {
    const { kind, code, message, path } = error.details;
    return { status: statuses[kind], code, title: message, ...(path === undefined ? {} : { path }) };
  }
  if (error instanceof IssuerUnreachable || isOutage(error)) return problems.UNAVAILABLE;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return problems.TOO_LARGE;
  return typeof status === 'number' && status >= 400 && status < 500 ? problems.BAD_REQUEST : problems.INTERNAL;
}

/** Last in line: whatever was thrown becomes a problem; a defect is logged without what it was about. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ requestId: requestIdOf(request), defect: describeDefect(error) }, problem.code);
    if (response.headersSent) next(error);
    else sendProblem(response, problem);
  };
}

export const answerNotFound: RequestHandler = (_request, response) => {
  sendProblem(response, problems.NOT_FOUND);
};

/** For an address that takes other methods than the one used. */
export function allowOnly(...methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods.join(', '));
    sendProblem(response, problems.METHOD_NOT_ALLOWED);
  };
}
