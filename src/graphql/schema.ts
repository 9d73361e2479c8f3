/** The API's schema, from the classes of the rooms. */
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { AgreementResolver } from '../agreement/agreement.resolver.ts';
import { DomainError } from '../api/result.type.ts';
import { AuditLogResolver } from '../audit/audit-log.resolver.ts';
import { CaseResolver } from '../case/case.resolver.ts';
import { CaseQueries, PersonQueries } from '../caseload/caseload.resolver.ts';
import { ParticipationQueries } from '../caseload/participation.resolver.ts';
import { CoHandlingResolver } from '../co-handling/co-handling.resolver.ts';
import { ConsentResolver } from '../consent/consent.resolver.ts';
import { FactResolver } from '../fact/fact.resolver.ts';
import { OrganisationResolver, UnitResolver } from '../organisation/organisation.resolver.ts';
import { PersonResolver } from '../person/person.resolver.ts';
import { RelationResolver } from '../relation/relation.resolver.ts';
import { EvaluationResolver } from '../responsibility/evaluation.resolver.ts';
import { UpcomingTransfersResolver } from '../reporting/upcoming-transfers.resolver.ts';
import { WhatIfResolver } from '../what-if/what-if.resolver.ts';
import { NodeResolver } from './node.resolver.ts';

const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  OrganisationResolver,
  UnitResolver,
  PersonQueries,
  CaseQueries,
  ParticipationQueries,
  EvaluationResolver,
  WhatIfResolver,
  AuditLogResolver,
  UpcomingTransfersResolver,
  PersonResolver,
  RelationResolver,
  CaseResolver,
  CoHandlingResolver,
  FactResolver,
  ConsentResolver,
  AgreementResolver,
];

/** Builds the schema; once per process. */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  return buildSchema({ resolvers, orphanedTypes: [DomainError], validate: false });
}
