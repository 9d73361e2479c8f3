/** The edge, put together: what every request passes, in order, and the addresses. */
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { openGraphiql } from './graphiql.route.ts';
import { openGraphql, type GraphqlParts } from './graphql.route.ts';
import { healthRoute, type HealthParts } from './health.route.ts';
import { homeRoute } from './home.page.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Metrics } from './metrics.route.ts';
import { answerErrors, answerNotFound } from './problem.ts';
import { reportsRoute } from './reports.route.ts';
import { logRequests } from './request-log.ts';
import { routinePageRoute } from './routine-page.route.ts';
import { noStore, securityHeaders } from './security-headers.ts';

export interface EdgeParts extends GraphqlParts, HealthParts {
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Demo users may sign in: the home page says how. */
  readonly demonstration: boolean;
}

export interface Edge {
  readonly app: Express;
  /** Stops what stands behind the addresses. Requests have been answered by then. */
  stop(): Promise<void>;
}

export async function openEdge(parts: EdgeParts): Promise<Edge> {
  const { log, lifecycle, metrics, demonstration } = parts;
  const graphql = await openGraphql(parts);
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(logRequests(log), metrics.measure, securityHeaders, noStore);
  app.use((_request, response, next) => {
    if (lifecycle.draining) response.set('Connection', 'close');
    next();
  });
  app.use(healthRoute(parts), metrics.route, homeRoute({ demonstration }), openGraphiql(), reportsRoute(parts), routinePageRoute(parts), graphql.route);
  app.use(answerNotFound, answerErrors(log));
  return { app, stop: graphql.stop };
}
