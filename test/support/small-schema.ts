/** A schema of a few fields for tests of the edge: every way in which a resolver can end, and lists that could be long. */
import { GraphQLError, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { sql } from 'kysely';
import { forbidden, invalid } from '../../src/kernel/faults.ts';
import type { EdgeContext } from '../../src/http/request-plugin.ts';

const secret = '19900101-2384';

/** What no answer and no log may hold. */
export const planted = { secret, table: 'case_record' };

export function createSchema(): GraphQLSchema {
  const Item: GraphQLObjectType<object, EdgeContext> = new GraphQLObjectType({
    name: 'Item',
    fields: () => ({
      name: { type: GraphQLString, resolve: () => 'item' },
      tags: { type: new GraphQLList(Item), resolve: () => [] },
      items: { type: new GraphQLList(Item), args: { first: { type: GraphQLInt, defaultValue: 50 } }, resolve: () => [] },
      self: { type: Item, resolve: () => ({}) },
    }),
  });
  const Query = new GraphQLObjectType<object, EdgeContext>({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, args: { name: { type: GraphQLString } }, resolve: () => 'hej' },
      me: { type: GraphQLString, resolve: async (_root, _args, { scope }) => (await scope.caller()).userName },
      item: { type: Item, resolve: () => ({}) },
      items: { type: new GraphQLList(Item), args: { first: { type: GraphQLInt, defaultValue: 50 } }, resolve: () => [] },
      person: {
        type: GraphQLString,
        args: { id: { type: new GraphQLNonNull(GraphQLString) } },
        resolve: async (_root, { id }: { id: string }, { scope }) => {
          await scope.read((db) => sql`select 1`.execute(db));
          scope.noteRead([id]);
          return 'somebody';
        },
      },
      slow: { type: GraphQLString, resolve: async (_root, _args, { scope }) => {
        await scope.read((db) => sql`select pg_advisory_xact_lock(4711)`.execute(db));
        return 'late';
      } },
      refused: { type: GraphQLString, resolve: () => { throw forbidden({ sv: 'Får inte.', en: 'May not.' }); } },
      wrong: { type: GraphQLString, resolve: () => { throw invalid('DATE_INVALID', 'input.from', { sv: 'Fel datum.', en: 'Wrong date.' }, 'R0-26'); } },
      broken: { type: GraphQLString, resolve: () => { throw new Error(`insert into case_record values ('${secret}')`); } },
      brokenSql: { type: GraphQLString, resolve: async (_root, _args, { scope }) => {
        await scope.read((db) => sql`select ${secret}::int from case_record`.execute(db));
        return 'never';
      } },
      told: { type: GraphQLString, resolve: () => { throw new GraphQLError('Told.', { extensions: { code: 'TOLD' } }); } },
    },
  });
  return new GraphQLSchema({ query: Query });
}
