/** Inputs of the mutations on managers' agreements. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { MatterType } from '../responsibility/question.model.ts';
import { MatterTypeEnum } from '../responsibility/vocabulary.type.ts';

@InputType({ description: 'Föreslå, och godkänn för din enhet, en överenskommelse om annat ansvar (R0-10). / Propose, and approve for your unit, an agreement on another responsibility.' })
export class RecordManagersAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'Personen. / The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Din enhet. / Your unit.' })
  unitId!: string;

  @Field(() => ID, { description: 'Enheten vars verksamhetschef också ska godkänna. / The unit whose manager must approve too.' })
  counterpartUnitId!: string;

  @Field(() => ID, { description: 'Enheten som får ansvaret: en av de två. / The unit that becomes responsible: one of the two.' })
  agreedUnitId!: string;

  @Field(() => MatterTypeEnum, { nullable: true, description: 'Bara denna fråga; utelämnas för hela ansvaret. / Only this matter; left out for all responsibility.' })
  matterType?: MatterType;

  @Field(() => String, { description: 'Skäl. / Reason.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter; krävs, en överenskommelse ska ha ett slut. / First day after; required, an agreement must have an end.' })
  until?: LocalDate;
}

@InputType({ description: 'Godkänn en överenskommelse för din enhet. / Approve an agreement for your unit.' })
export class ApproveManagersAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'Överenskommelsen. / The agreement.' })
  agreementId!: string;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}

@InputType({ description: 'Avsluta en överenskommelse i förtid. / End an agreement before its time.' })
export class EndManagersAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'Överenskommelsen. / The agreement.' })
  agreementId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag efter. / First day after.' })
  until!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
