/** Mutations on co-handling. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { selectedBy } from '../api/selection.ts';
import { caseSelection } from '../caseload/caseload.selection.ts';
import { shownCoHandling } from '../caseload/caseload.view.ts';
import { CoHandling } from '../caseload/case.type.ts';
import { readCoHandlings } from '../caseload/participation.read.ts';
import { showPart } from '../caseload/show.read.ts';
import type { ApiContext } from '../request/api-context.ts';
import { appointCoHandler } from './appoint-co-handler.usecase.ts';
import { AppointCoHandlerInput, EndCoHandlerInput, NameCoHandlerInput } from './co-handling.input.ts';
import { endCoHandler } from './end-co-handler.usecase.ts';
import { nameCoHandler } from './name-co-handler.usecase.ts';

@Classified('MATTER')
@ObjectType({ description: 'Medhandläggningen efter ändringen. / The co-handling after the change.' })
export class CoHandlingChanged {
  @Field(() => CoHandling, { description: 'Medhandläggningen. / The co-handling.' })
  coHandling!: CoHandling;
}

const CoHandlingResult = resultOf('CoHandlingResult', () => CoHandlingChanged);

@Resolver()
export class CoHandlingResolver {
  @Mutation(() => CoHandlingResult, { description: 'Kopplar in en annan enhet som medhandläggare (R0-21, R0-26). / Joins another unit to a case.' })
  async appointCoHandler(@Arg('input', () => AppointCoHandlerInput) input: AppointCoHandlerInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CoHandlingResult> {
    const { role, from, until, version } = input;
    return answered(async () =>
      changed(context, info, await appointCoHandler(context.scope, once('appointCoHandler', input), {
        caseId: idOf('Case', input.caseId, 'input.caseId'),
        unitId: idOf('Unit', input.unitId, 'input.unitId'),
        staffId: input.staffId == null ? null : idOf('Staff', input.staffId, 'input.staffId'),
        role, from, until: until ?? null, version,
      })),
    );
  }

  @Mutation(() => CoHandlingResult, { description: 'Din enhet utser vem som är medhandläggare (R0-21, R0-44, R3-30). / Your unit names who its co-handler is.' })
  async nameCoHandler(@Arg('input', () => NameCoHandlerInput) input: NameCoHandlerInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CoHandlingResult> {
    return answered(async () =>
      changed(context, info, await nameCoHandler(context.scope, once('nameCoHandler', input), {
        ...input,
        coHandlingId: idOf('CoHandling', input.coHandlingId, 'input.coHandlingId'),
        staffId: idOf('Staff', input.staffId, 'input.staffId'),
      })),
    );
  }

  @Mutation(() => CoHandlingResult, { description: 'Avslutar en medhandläggning; båda enheterna får. / Ends a co-handling; either unit may.' })
  async endCoHandler(@Arg('input', () => EndCoHandlerInput) input: EndCoHandlerInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CoHandlingResult> {
    return answered(async () =>
      changed(context, info, await endCoHandler(context.scope, once('endCoHandler', input), {
        ...input,
        coHandlingId: idOf('CoHandling', input.coHandlingId, 'input.coHandlingId'),
      })),
    );
  }
}

async function changed({ scope }: ApiContext, info: GraphQLResolveInfo, id: string): Promise<CoHandlingChanged> {
  const fields = selectedBy(info).under('coHandling', 'case');
  const selection = fields === undefined ? undefined : caseSelection(fields);
  const record = await showPart(scope, (db) => readCoHandlings(db, [id], selection));
  return Object.assign(new CoHandlingChanged(), { coHandling: shownCoHandling(record, scope.today) });
}
