/** `/metrics` for Prometheus: counts and times by address pattern and status, never by person or user. */
import { Router, type RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { routeOf } from './request-log.ts';

export interface Metrics {
  readonly route: Router;
  /** Measures every request that passes. */
  readonly measure: RequestHandler;
  /** Counts the audit rows that the sealer has linked. */
  sealed(rows: number): void;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const sealedRows = new Counter({
    name: 'audit_sealed_total',
    help: 'Audit rows linked into the hash chain by this process.',
    registers: [registry],
  });
  const route = Router();
  route.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  const measure: RequestHandler = (request, response, next) => {
    const end = seconds.startTimer({ method: request.method });
    response.once('finish', () => {
      end({ route: routeOf(request), status: response.statusCode });
    });
    next();
  };
  return { route, measure, sealed: (rows) => { sealedRows.inc(rows); } };
}
