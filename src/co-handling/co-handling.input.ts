/** Inputs of the mutations on co-handling. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { CoHandlingRole } from '../caseload/vocabulary.model.ts';
import { CoHandlingRoleEnum } from '../caseload/vocabulary.type.ts';
import type { LocalDate } from '../kernel/local-date.ts';

@InputType({ description: 'Koppla in en annan enhet som medhandläggare. / Join another unit to a case.' })
export class AppointCoHandlerInput extends MutationInput {
  @Field(() => ID, { description: 'Ärendet, vid din enhet. / The case, at your unit.' })
  caseId!: string;

  @Field(() => ID, { description: 'Enheten som ska medverka; inte ärendets egen. / The unit to take part; not the case\'s own.' })
  unitId!: string;

  @Field(() => ID, { nullable: true, description: 'Medhandläggaren, om redan känd; annars utser enheten någon. / The co-handler, if known; otherwise the unit names one.' })
  staffId?: string;

  @Field(() => CoHandlingRoleEnum, { defaultValue: 'CO_HANDLER', description: 'Roll. / Role.' })
  role!: CoHandlingRole;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until?: LocalDate;

  @Field(() => Int, { description: 'Ärendets version som du utgick från. / The version of the case you worked from.' })
  version!: number;
}

@InputType({ description: 'Utse vem som är medhandläggare. / Name who the co-handler is.' })
export class NameCoHandlerInput extends MutationInput {
  @Field(() => ID, { description: 'Medhandläggningen, där din enhet medverkar. / The co-handling in which your unit takes part.' })
  coHandlingId!: string;

  @Field(() => ID, { description: 'Medarbetare vid din enhet. / A member of your unit.' })
  staffId!: string;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}

@InputType({ description: 'Avsluta en medhandläggning. / End a co-handling.' })
export class EndCoHandlerInput extends MutationInput {
  @Field(() => ID, { description: 'Medhandläggningen. / The co-handling.' })
  coHandlingId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag efter. / First day after.' })
  until!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
