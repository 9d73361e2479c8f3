/** Who has read a person, and when: the log reviewer's query. Ids only. */
import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { connection, connectionOf, PageArgs, pageOf, type ConnectionOf } from '../api/connection.type.ts';
import { enumOf } from '../api/enum.ts';
import { Classified } from '../api/field-class.ts';
import { globalId, idOf, nodeTypes } from '../api/global-id.ts';
import { InstantScalar } from '../api/scalars.ts';
import type { ApiContext } from '../request/api-context.ts';
import { readLogPage, type LogEntry } from './audit-log.read.ts';

export const AuditOutcomeEnum = enumOf('AuditOutcome', 'Läst, skrivet, vägrat eller utlämnat som fil. / Read, written, refused or exported.', ['READ', 'WRITTEN', 'REFUSED', 'EXPORTED'] as const);

@Classified('MATTER')
@ObjectType({ description: 'En rad i åtkomstloggen: vem som gjorde vad, och när. / One row of the access log.' })
export class AuditEvent {
  @Field(() => InstantScalar, { description: 'Tidpunkt. / When.' })
  at!: string;

  @Field(() => String, { description: 'Användarnamn. / User name.' })
  actor!: string;

  @Field(() => String, { description: 'Vad som gjordes. / What was done.' })
  operation!: string;

  @Field(() => AuditOutcomeEnum, { description: 'Utfall. / Outcome.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'Uppgivet ändamål. / Purpose as stated.' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'Slag av objekt. / Type of object.' })
  objectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'Objektets id. / Id of the object.' })
  objectId!: string | null;

  @Field(() => [String], { description: 'Regler i rutinen. / Rules of the routine.' })
  ruleIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'Begärans id, som i svarshuvudet X-Request-Id. / Id of the request.' })
  requestId!: string | null;
}

const AuditEventConnection = connectionOf('AuditEvent', () => AuditEvent);
const logCursor = z.object({ id: z.string().regex(/^\d{1,18}$/u) });

@Resolver()
export class AuditLogResolver {
  @Query(() => AuditEventConnection, { description: 'Vem som har läst eller ändrat uppgifter om en person, senaste först; för loggranskare. / Who has read or changed a person, newest first; for log reviewers.' })
  async auditLog(@Arg('personId', () => ID) personId: string, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: ApiContext): Promise<ConnectionOf<AuditEvent>> {
    await scope.require('log.read');
    const { first, after } = pageOf(args, logCursor);
    const id = idOf('Person', personId, 'personId');
    const entries = await scope.read((db) => readLogPage(db, id, { first, after: after?.id ?? null }));
    scope.noteRead([id]);
    const { edges, pageInfo } = connection(entries, first, (entry) => ({ id: entry.id }));
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: shownEvent(node) })) };
  }
}

function shownEvent({ objectType, objectId, ...event }: LogEntry): AuditEvent {
  const type = nodeTypes.find((known) => known === objectType);
  return { ...event, objectType, objectId: objectId === null || type === undefined ? objectId : globalId(type, objectId) };
}
