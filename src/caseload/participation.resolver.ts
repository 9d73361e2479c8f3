/** Queries on what several units share: co-handlings, and managers' agreements that wait for the other manager. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { unitsAllowing } from '../access/permit.ts';
import { idOf } from '../api/global-id.ts';
import { connection, connectionOf, PageArgs, pageOf, type ConnectionOf } from '../api/connection.type.ts';
import { selectedBy } from '../api/selection.ts';
import type { ApiContext } from '../request/api-context.ts';
import { caseSelection, personSelection } from './caseload.selection.ts';
import { shownAgreement, shownCoHandling } from './caseload.view.ts';
import { CoHandling } from './case.type.ts';
import { readAgreementPage, readCoHandlingPage } from './participation.read.ts';
import { ManagersAgreement } from './person.type.ts';
import { notePart } from './show.read.ts';

const CoHandlingConnection = connectionOf('CoHandling', () => CoHandling);
const AgreementConnection = connectionOf('ManagersAgreement', () => ManagersAgreement);

const fromCursor = z.object({ from: z.iso.date(), id: z.uuid() });

@ArgsType()
class CoHandlingsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Bara där denna av dina enheter medverkar. / Only where this unit of yours takes part.' })
  unitId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Sant: pågår i dag; falskt: avslutade. / True: in force today; false: ended.' })
  inForce?: boolean;
}

@ArgsType()
class AgreementsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Sant: väntar på den andra chefen. / True: waits for the other manager.' })
  awaitingApproval?: boolean;
}

@Resolver()
export class ParticipationQueries {
  @Query(() => CoHandlingConnection, { description: 'Andras ärenden där din enhet är medhandläggare, senaste först. / Cases of others that your unit co-handles, newest first.' })
  async coHandlings(@Args(() => CoHandlingsArgs) args: CoHandlingsArgs, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<CoHandling>> {
    const caller = await scope.require('case.read');
    const page = pageOf(args, fromCursor);
    const mine = unitsAllowing(caller, 'case.read');
    const unitIds = args.unitId == null ? mine : mine.filter((id) => id === idOf('Unit', args.unitId ?? '', 'unitId'));
    const fields = selectedBy(info).under('edges', 'node', 'case');
    const filter = { unitIds, on: scope.today, ...(args.inForce == null ? {} : { inForce: args.inForce }) };
    const found = await scope.read((db) => readCoHandlingPage(db, filter, page, fields === undefined ? undefined : caseSelection(fields)));
    const { edges, pageInfo } = connection(found, page.first, ({ record }) => ({ from: record.from, id: record.id }));
    for (const { node } of edges) notePart(scope, node);
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: shownCoHandling(node.record, scope.today) })) };
  }

  @Query(() => AgreementConnection, { description: 'Verksamhetschefernas överenskommelser som rör dina enheter, senaste först. / Managers\' agreements of your units, newest first.' })
  async managersAgreements(@Args(() => AgreementsArgs) args: AgreementsArgs, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ManagersAgreement>> {
    await scope.require('case.read');
    const page = pageOf(args, fromCursor);
    const fields = selectedBy(info).under('edges', 'node', 'person');
    const filter = args.awaitingApproval == null ? {} : { awaitingApproval: args.awaitingApproval };
    const found = await scope.read((db) => readAgreementPage(db, filter, page, fields === undefined ? undefined : personSelection(fields)));
    const { edges, pageInfo } = connection(found, page.first, ({ record }) => ({ from: record.from, id: record.id }));
    for (const { node } of edges) notePart(scope, node);
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: shownAgreement(node.record, scope.today) })) };
  }
}
