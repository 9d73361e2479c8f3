/** Mutations on managers' agreements. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { selectedBy } from '../api/selection.ts';
import { personSelection } from '../caseload/caseload.selection.ts';
import { shownAgreement } from '../caseload/caseload.view.ts';
import { readAgreements } from '../caseload/participation.read.ts';
import { ManagersAgreement } from '../caseload/person.type.ts';
import { showPart } from '../caseload/show.read.ts';
import type { ApiContext } from '../request/api-context.ts';
import { ApproveManagersAgreementInput, EndManagersAgreementInput, RecordManagersAgreementInput } from './agreement.input.ts';
import { approveManagersAgreement } from './approve-managers-agreement.usecase.ts';
import { endManagersAgreement } from './end-managers-agreement.usecase.ts';
import { recordManagersAgreement } from './record-managers-agreement.usecase.ts';

@Classified('ASSESSMENT')
@ObjectType({ description: 'Överenskommelsen efter ändringen. / The agreement after the change.' })
export class ManagersAgreementChanged {
  @Field(() => ManagersAgreement, { description: 'Överenskommelsen. / The agreement.' })
  agreement!: ManagersAgreement;
}

const AgreementResult = resultOf('ManagersAgreementResult', () => ManagersAgreementChanged);

@Resolver()
export class AgreementResolver {
  @Mutation(() => AgreementResult, { description: 'Föreslår en överenskommelse om annat ansvar (R0-10); gäller när båda cheferna godkänt. / Proposes an agreement; it counts once both managers have approved.' })
  async recordManagersAgreement(@Arg('input', () => RecordManagersAgreementInput) input: RecordManagersAgreementInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof AgreementResult> {
    const { reason, from, until } = input;
    return answered(async () =>
      changed(context, info, await recordManagersAgreement(context.scope, once('recordManagersAgreement', input), context.routines, {
        personId: idOf('Person', input.personId, 'input.personId'),
        proposedByUnitId: idOf('Unit', input.unitId, 'input.unitId'),
        counterpartUnitId: idOf('Unit', input.counterpartUnitId, 'input.counterpartUnitId'),
        agreedUnitId: idOf('Unit', input.agreedUnitId, 'input.agreedUnitId'),
        matterType: input.matterType ?? null,
        reason, from, until: until ?? null,
      })),
    );
  }

  @Mutation(() => AgreementResult, { description: 'Godkänner för din enhet (R0-10). / Approves for your unit.' })
  async approveManagersAgreement(@Arg('input', () => ApproveManagersAgreementInput) input: ApproveManagersAgreementInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof AgreementResult> {
    return answered(async () =>
      changed(context, info, await approveManagersAgreement(context.scope, once('approveManagersAgreement', input), {
        ...input,
        agreementId: idOf('ManagersAgreement', input.agreementId, 'input.agreementId'),
      })),
    );
  }

  @Mutation(() => AgreementResult, { description: 'Avslutar en överenskommelse i förtid. / Ends an agreement before its time.' })
  async endManagersAgreement(@Arg('input', () => EndManagersAgreementInput) input: EndManagersAgreementInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof AgreementResult> {
    return answered(async () =>
      changed(context, info, await endManagersAgreement(context.scope, once('endManagersAgreement', input), {
        ...input,
        agreementId: idOf('ManagersAgreement', input.agreementId, 'input.agreementId'),
      })),
    );
  }
}

async function changed({ scope }: ApiContext, info: GraphQLResolveInfo, id: string): Promise<ManagersAgreementChanged> {
  const fields = selectedBy(info).under('agreement', 'person');
  const selection = fields === undefined ? undefined : personSelection(fields);
  const record = await showPart(scope, (db) => readAgreements(db, [id], selection));
  return Object.assign(new ManagersAgreementChanged(), { agreement: shownAgreement(record, scope.today) });
}
