/**
 * The end of every GraphQL request: its audit is written before its answer leaves. What cannot be audited is not
 * shown; a database that is away answers 503 and never half a result.
 */
import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isOutage } from '../database/outage.ts';
import type { ApiContext } from '../request/api-context.ts';
import { describeDefect } from './defect.ts';
import { faultBehind, isPublic } from './graphql-errors.ts';
import { problems, retryAfter } from './problem.ts';

/** The context of a request at the edge: the resolvers see {@link ApiContext} only. */
export interface EdgeContext extends ApiContext {
  readonly requestId: string;
  /** The operation by its root fields. */
  readonly operation: string;
}

export function requestPlugin(log: Logger): ApolloServerPlugin<EdgeContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ contextValue: { requestId, operation }, errors }) => {
          for (const error of errors) {
            if (isPublic(error)) continue;
            error.extensions['requestId'] = requestId;
            log.error({ requestId, operation, defect: describeDefect(error.originalError ?? error) }, 'INTERNAL');
          }
          return Promise.resolve();
        },
        willSendResponse: async (request) => {
          try {
            await close(request);
          } catch (error) {
            const { requestId, operation, scope } = request.contextValue;
            log.error({ requestId, operation, defect: describeDefect(error) }, 'UNAVAILABLE');
            withhold(request);
            await scope.abandon().catch(() => undefined);
          }
        },
      }),
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
      const { requestId, operation, scope } = requestContext.contextValue;
      log.error({ requestId, operation, defect: describeDefect(error) }, 'INTERNAL');
      await scope.abandon().catch(() => undefined);
    },
  };
}

async function close(request: GraphQLRequestContext<EdgeContext>): Promise<void> {
  const { contextValue, response, operation } = request;
  const { scope } = contextValue;
  const errors: readonly GraphQLError[] = request.errors ?? [];
  const outage = errors.find((error) => isOutage(error));
  if (outage !== undefined) throw outage;
  const shows = response.body?.kind === 'single' && response.body.singleResult.data != null;
  if (shows) await scope.finish();
  else await scope.abandon();
  // A write has audited its own refusal.
  if (operation?.operation === 'mutation') return;
  const refusals = new Map(errors.flatMap((error) => {
    const fault = faultBehind(error);
    return fault === undefined ? [] : [[`${fault.details.code} ${fault.details.path ?? ''}`, fault]];
  }));
  for (const fault of refusals.values()) {
    if (['FORBIDDEN', 'NOT_FOUND'].includes(fault.details.kind)) await scope.recordRefusal(contextValue.operation, fault);
  }
}

/** Puts 'try again' in the place of the answer. */
function withhold({ response }: GraphQLRequestContext<EdgeContext>): void {
  const { status, code, title } = problems.UNAVAILABLE;
  response.body = {
    kind: 'single',
    singleResult: { errors: [{ message: `${title.sv} / ${title.en}`, extensions: { code } }] },
  };
  response.http.status = status;
  response.http.headers = new HeaderMap([...response.http.headers, ['retry-after', retryAfter]]);
}
