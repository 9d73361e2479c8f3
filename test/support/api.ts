/** The API as a client meets it, without the network: the same schema, the same plugin, a request per operation. */
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { expect } from '@jest/globals';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { openOrm, type Orm } from '../../src/database/orm.ts';
import { entities } from '../../src/entities.ts';
import { buildApiSchema } from '../../src/graphql/schema.ts';
import { formatError, isPublic } from '../../src/http/graphql-errors.ts';
import { requestPlugin, type EdgeContext } from '../../src/http/request-plugin.ts';
import { asLocalDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { RequestScope } from '../../src/request/request-scope.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import type { RoutineLibrary } from '../../src/routine/version.model.ts';

/** The day on which the tests' requests are made. */
export const today = asLocalDate('2026-11-22');

export type Variables = Readonly<Record<string, unknown>>;
/** An answer as JSON; tests look into it with `at`. */
export type Result = FormattedExecutionResult<Record<string, unknown>>;

/** One user, signed in. */
export interface Client {
  readonly userName: string;
  send(document: string, variables?: Variables): Promise<Result>;
  /** As `send`, and fails the test where the answer has errors. */
  ask(document: string, variables?: Variables): Promise<Record<string, unknown>>;
  /**
   * Sends a mutation that takes `input` and answers with what it answered. Without an `idempotencyKey` it gets one.
   * `success` selects fields of the success type.
   */
  mutate(mutation: string, input: Variables, success?: string): Promise<Record<string, unknown>>;
}

export interface Api {
  readonly orm: Orm;
  readonly schema: GraphQLSchema;
  as(userName: string): Client;
  close(): Promise<void>;
}

export interface ApiSettings {
  readonly appUrl: string;
  readonly today?: LocalDate;
  readonly routines?: RoutineLibrary;
  readonly poolSize?: number;
}

/** Opens the API on a test database. Close it before the database is dropped. */
export async function openApi({ appUrl, today: day = today, routines = loadRoutines(), poolSize = 10 }: ApiSettings): Promise<Api> {
  const orm = await openOrm({ url: appUrl, entities, poolSize });
  const schema = await buildApiSchema();
  const server = new ApolloServer<EdgeContext>({
    schema,
    formatError,
    plugins: [tellDefects, requestPlugin(pino({ level: 'silent' }))],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  const send = async (userName: string, query: string, variables: Variables = {}): Promise<Result> => {
    const requestId = randomUUID();
    const operation = /^\s*(?:mutation|query)?[^{]*\{\s*(\w+)/u.exec(query)?.[1] ?? 'unnamed';
    const scope = new RequestScope({ orm, userName, today: day, requestId, purpose: 'TEST', operation });
    await scope.caller();
    const contextValue = { scope, routines, requestId, operation };
    const { body } = await server.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new Error('the answer came in parts');
    return JSON.parse(JSON.stringify(body.singleResult)) as Result;
  };
  return {
    orm,
    schema,
    as: (userName) => new SignedIn(userName, (query, variables) => send(userName, query, variables)),
    close: async () => {
      await server.stop();
      await orm.close();
    },
  };
}

/** What production only logs by its place, a test wants to read: it fails with the error itself. */
const tellDefects: ApolloServerPlugin<EdgeContext> = {
  requestDidStart: () => Promise.resolve({
    didEncounterErrors: ({ errors }) => {
      for (const error of errors) if (!isPublic(error)) process.stderr.write(`${inspect(error.originalError ?? error)}\n`);
      return Promise.resolve();
    },
  }),
};

class SignedIn implements Client {
  readonly userName: string;
  readonly send: Client['send'];

  constructor(userName: string, send: Client['send']) {
    this.userName = userName;
    this.send = send;
  }

  async ask(document: string, variables?: Variables): Promise<Record<string, unknown>> {
    const { data, errors } = await this.send(document, variables);
    expect(errors).toBeUndefined();
    return data ?? {};
  }

  async mutate(mutation: string, input: Variables, success = ''): Promise<Record<string, unknown>> {
    const data = await this.ask(mutationDocument(mutation, success), { input: keyed(input) });
    return data[mutation] as Record<string, unknown>;
  }
}

/** The document of a mutation, with the fields of every typed error. */
export function mutationDocument(mutation: string, success = ''): string {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    __typename ... on DomainError { code messageSv messageEn path ruleId } ${success} } }`;
}

/** The input with a key of its own, unless it brings one. */
export function keyed(input: Variables): Variables {
  return { idempotencyKey: randomUUID(), ...input };
}

/** The value below `path` of an answer; undefined where there is none. */
export function at(answer: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), answer);
}

let statements = 0;
const send: unknown = Reflect.get(pg.Client.prototype, 'query');
if (typeof send !== 'function') throw new Error('the driver sends statements in another way');
Reflect.set(pg.Client.prototype, 'query', function (this: unknown, ...args: readonly unknown[]): unknown {
  statements += 1;
  return Reflect.apply(send, this, args) as unknown;
});

/** How many statements this process sends to PostgreSQL while `work` runs, those that begin and end transactions included. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const before = statements;
  await work();
  if (statements === before) throw new Error('no statement was counted: does the pool use another driver?');
  return statements - before;
}
