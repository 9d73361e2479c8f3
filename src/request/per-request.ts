/** Things that live as long as one request, such as its loaders. */
import type { RequestScope } from './request-scope.ts';

/** `create` is called once per request; later calls get what it made. */
export function perRequest<T extends object>(create: (scope: RequestScope) => T): (scope: RequestScope) => T {
  const made = new WeakMap<RequestScope, T>();
  return (scope) => {
    const known = made.get(scope) ?? create(scope);
    made.set(scope, known);
    return known;
  };
}
