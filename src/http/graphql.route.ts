/** `POST /graphql`: the API. Signed-in callers only; introspection is theirs too. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { json, Router, type Request, type RequestHandler, type Response } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import { answeredWithin, isOutage } from '../database/outage.ts';
import type { Orm } from '../database/orm.ts';
import type { TokenVerifier } from '../identity/token-verifier.ts';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/faults.ts';
import { RequestScope } from '../request/request-scope.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import { requireToken, userNameOf } from './authentication.ts';
import { DocumentGate, limits } from './document-gate.ts';
import { formatError } from './graphql-errors.ts';
import { patience } from './patience.ts';
import { allowOnly, problems, retryAfter, sendProblem } from './problem.ts';
import { purposeOf, requirePurpose } from './purpose.ts';
import { requestIdOf } from './request-log.ts';
import { requestPlugin, type EdgeContext } from './request-plugin.ts';

export interface GraphqlParts {
  readonly orm: Orm;
  readonly schema: GraphQLSchema;
  readonly routines: RoutineLibrary;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The longest body, in bytes: 100 kB. */
export const longestBody = 100_000;

const record = z.record(z.string(), z.unknown());
const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: record.nullish(),
  extensions: record.nullish(),
});

/** One operation per body, and every part of it what it should be. */
const requireOperation: RequestHandler = (request, response, next) => {
  if (bodySchema.safeParse(request.body).success) next();
  else sendProblem(response, problems.BAD_REQUEST);
};

/** The route, and how to stop what stands behind it. */
export async function openGraphql(parts: GraphqlParts): Promise<{ readonly route: Router; stop(): Promise<void> }> {
  const { schema, verifier, log } = parts;
  const gate = new DocumentGate(schema);
  const apollo = new ApolloServer<EdgeContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    formatError,
    plugins: [requestPlugin(log), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()],
    logger: silentLogger,
  });
  await apollo.start();
  const route = Router();
  route
    .route('/graphql')
    .post(
      requireToken(verifier),
      requirePurpose,
      json({ limit: longestBody }),
      requireOperation,
      expressMiddleware(apollo, { context: ({ req, res }) => openContext(parts, gate, req, res) }),
    )
    .all(allowOnly('POST'));
  return { route, stop: () => apollo.stop() };
}

/** What Apollo itself has to say names errors by their messages, which may speak of persons: the plugin logs instead. */
const silent = (): void => undefined;
const silentLogger = { debug: silent, info: silent, warn: silent, error: silent };

async function openContext(parts: GraphqlParts, gate: DocumentGate, request: Request, response: Response): Promise<EdgeContext> {
  const { orm, routines, clock } = parts;
  const { query, operationName } = bodySchema.parse(request.body);
  const operation = gate.admit(query, operationName ?? undefined);
  const requestId = requestIdOf(request);
  const scope = new RequestScope({
    orm,
    userName: userNameOf(request),
    today: clock.today(),
    requestId,
    purpose: purposeOf(request),
    operation,
  });
  // Whatever happens to the request, its connection goes back.
  response.once('close', () => void scope.abandon().catch(() => undefined));
  try {
    // Who asks is known before anything is carried out; a subject who is nobody here gets no further.
    await answeredWithin(patience, scope.caller());
  } catch (error) {
    throw await refusalOf(error, scope, operation);
  }
  return { scope, routines, requestId, operation };
}

async function refusalOf(error: unknown, scope: RequestScope, operation: string): Promise<unknown> {
  try {
    if (!isOutage(error)) await scope.abandon();
    if (!(error instanceof Fault)) throw error;
    await scope.recordRefusal(operation, error);
    const { code, message } = error.details;
    return new GraphQLError(`${message.sv} / ${message.en}`, { extensions: { code, http: { status: 403 } } });
  } catch (outage) {
    if (!isOutage(outage)) return outage;
    const { status, code, title } = problems.UNAVAILABLE;
    const headers = new Map([['retry-after', retryAfter]]);
    return new GraphQLError(`${title.sv} / ${title.en}`, { extensions: { code, http: { status, headers } } });
  }
}
