/** `GET /routines/{key}`: the routine as decision tables, for signed-in staff. It tells of nobody. */
import { Router } from 'express';
import type { Orm } from '../database/orm.ts';
import { answeredWithin } from '../database/outage.ts';
import type { TokenVerifier } from '../identity/token-verifier.ts';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/faults.ts';
import { RequestScope } from '../request/request-scope.ts';
import { htmlOf, styleSheet } from '../routine/print/html.rules.ts';
import { documentOf } from '../routine/print/routine-document.rules.ts';
import { routineStyle } from '../routine/print/style.model.ts';
import type { Routine, RoutineLibrary } from '../routine/version.model.ts';
import { requireToken, userNameOf } from './authentication.ts';
import { patience } from './patience.ts';
import { allowOnly, problems, sendProblem } from './problem.ts';
import { purposeOf, requirePurpose } from './purpose.ts';
import { requestIdOf } from './request-log.ts';

export interface RoutinePageParts {
  readonly orm: Orm;
  readonly routines: RoutineLibrary;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
}

/** Pages that have been laid out; a routine that is read again is another one. */
const pages = new WeakMap<Routine, string>();

function pageOf(routine: Routine): string {
  const known = pages.get(routine) ?? htmlOf(documentOf(routine));
  pages.set(routine, known);
  return known;
}

/** The pages and their style sheet. */
export function routinePageRoute({ orm, routines, verifier, clock }: RoutinePageParts): Router {
  const route = Router();
  route.get(`/routines/${styleSheet}`, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(routineStyle);
  });
  route
    .route('/routines/:key')
    .get(requireToken(verifier), requirePurpose, async (request, response) => {
      const operation = 'routine.page';
      const scope = new RequestScope({
        orm, operation,
        today: clock.today(),
        userName: userNameOf(request),
        requestId: requestIdOf(request),
        purpose: purposeOf(request),
      });
      response.once('close', () => void scope.abandon().catch(() => undefined));
      try {
        await answeredWithin(patience, scope.require('routine.read'));
      } catch (error) {
        if (error instanceof Fault) {
          await scope.abandon();
          await scope.recordRefusal(operation, error);
        }
        throw error;
      }
      const routine = routines.get(request.params.key);
      if (routine === undefined) sendProblem(response, problems.NOT_FOUND);
      else response.type('html').send(pageOf(routine));
    })
    .all(allowOnly('GET'));
  return route;
}
