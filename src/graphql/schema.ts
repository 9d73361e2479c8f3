/** The API's schema, from the classes of the rooms. */
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { CaseResolver } from '../case/case.resolver.ts';
import { CaseQueries, PersonQueries } from '../caseload/caseload.resolver.ts';
import { OrganisationResolver, UnitResolver } from '../organisation/organisation.resolver.ts';
import { DomainError } from '../api/result.type.ts';

const resolvers: NonEmptyArray<new () => object> = [
  OrganisationResolver,
  UnitResolver,
  PersonQueries,
  CaseQueries,
  CaseResolver,
];

/** Builds the schema; once per process. */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  return buildSchema({ resolvers, orphanedTypes: [DomainError], validate: false });
}
