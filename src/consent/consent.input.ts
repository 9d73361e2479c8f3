/** Inputs of the mutations on consents. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { ConsentForm, ConsentPurpose } from '../caseload/vocabulary.model.ts';
import { ConsentFormEnum, ConsentPurposeEnum } from '../caseload/vocabulary.type.ts';
import type { LocalDate } from '../kernel/local-date.ts';

@InputType({ description: 'Registrera ett samtycke. / Record a consent.' })
export class RecordConsentInput extends MutationInput {
  @Field(() => ID, { description: 'Personen. / The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Enheten som tog emot samtycket: en av dina. / The unit that took it: one of yours.' })
  unitId!: string;

  @Field(() => ConsentPurposeEnum, { description: 'Syfte. / Purpose.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Omfattning: vilka uppgifter. / Scope: which information.' })
  scope!: string;

  @Field(() => ID, { nullable: true, description: 'Enheten som får ta del. / The unit that may have it.' })
  recipientUnitId?: string;

  @Field(() => ConsentFormEnum, { description: 'Hur det lämnades. / How it was given.' })
  howGiven!: ConsentForm;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until?: LocalDate;
}

@InputType({ description: 'Återkalla ett samtycke. / Withdraw a consent.' })
export class WithdrawConsentInput extends MutationInput {
  @Field(() => ID, { description: 'Samtycket. / The consent.' })
  consentId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag som det inte längre gäller. / First day on which it no longer counts.' })
  withdrawnOn!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
