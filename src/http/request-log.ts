/** One line per request: its id, the address by its pattern, status and time. No query strings, headers or bodies. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { destination, pino, stdTimeFunctions, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** The program's log, as JSON lines on standard error. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination({ dest: 2, sync: false }));
}

/** Gives each request an id, which goes back in `X-Request-Id` and stands in log and audit. */
export function logRequests(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietResLogger: true,
    serializers: { req: () => undefined },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
    customSuccessObject: describe,
    customErrorObject: describe,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'milliseconds' },
  });
}

/** The finished request's line; what the library would add of it stays out. */
function describe(request: IncomingMessage, response: ServerResponse, line: unknown): Readonly<Record<string, unknown>> {
  const milliseconds = typeof line === 'object' && line !== null && 'milliseconds' in line ? line.milliseconds : undefined;
  return { method: request.method, route: routeOf(request), status: response.statusCode, milliseconds };
}

/** The request's id, as the audit knows it. */
export function requestIdOf(request: IncomingMessage): string {
  return typeof request.id === 'string' ? request.id : '';
}

/** The pattern of the address (`/reports/:report`): what stands in the address itself may be about somebody. */
export function routeOf(request: IncomingMessage & Partial<Pick<Request, 'route' | 'baseUrl'>>): string {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? `${request.baseUrl ?? ''}${path}` : 'unmatched';
}
