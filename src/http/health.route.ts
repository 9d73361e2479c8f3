/** For operations: does the process live, may it be sent requests. Nothing here names a person or a setting. */
import { Router } from 'express';
import { databaseAnswers } from '../database/outage.ts';
import type { Orm } from '../database/orm.ts';
import type { RoutineWarning } from '../routine/routine.shelf.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { Lifecycle } from './lifecycle.ts';
import { patience } from './patience.ts';
import { retryAfter } from './problem.ts';

export interface HealthParts {
  readonly orm: Orm;
  readonly routines: RoutineLibrary;
  readonly lifecycle: Lifecycle;
  /** Routine files that may not be used, while their last good versions answer. */
  readonly routineWarnings?: () => readonly RoutineWarning[];
}

/** `/health/live` and `/health/ready`. */
export function healthRoute({ orm, routines, lifecycle, routineWarnings }: HealthParts): Router {
  const route = Router();
  route.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  route.get('/health/ready', async (_request, response) => {
    const checks = {
      serving: lifecycle.serving,
      database: await databaseAnswers(orm, patience),
      routines: routines.size > 0,
    };
    const ready = Object.values(checks).every(Boolean);
    if (!ready) response.set('Retry-After', retryAfter);
    const warnings = routineWarnings?.() ?? [];
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', checks, ...(warnings.length === 0 ? {} : { warnings }) });
  });
  return route;
}
