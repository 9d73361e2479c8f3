/** What every resolver gets: the request, and the routines in force. */
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { RequestScope } from './request-scope.ts';

export interface ApiContext {
  readonly scope: RequestScope;
  readonly routines: RoutineLibrary;
}
