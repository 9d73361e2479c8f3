/** Inputs of the mutations on cases. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { CaseKind } from '../caseload/vocabulary.model.ts';
import { CaseKindEnum } from '../caseload/vocabulary.type.ts';
import type { LocalDate } from '../kernel/local-date.ts';

@InputType({ description: 'Öppna ett ärende (aktualisera). / Open a case.' })
export class OpenCaseInput extends MutationInput {
  @Field(() => ID, { description: 'Personen; enheten måste ha registrerat den eller ha ärende. / The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Enheten som får ärendet: en av dina. / The unit: one of yours.' })
  unitId!: string;

  @Field(() => CaseKindEnum, { description: 'Slag. / Kind.' })
  kind!: CaseKind;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  openedOn!: LocalDate;
}

@InputType({ description: 'Avsluta ett ärende. / Close a case.' })
export class CloseCaseInput extends MutationInput {
  @Field(() => ID, { description: 'Ärendet. / The case.' })
  caseId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag som ärendet inte längre är öppet. / First day on which it is no longer open.' })
  closedOn!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}

@InputType({ description: 'Utse ansvarig handläggare. / Assign the responsible caseworker.' })
export class AssignCaseworkerInput extends MutationInput {
  @Field(() => ID, { description: 'Ärendet. / The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Medarbetare vid ärendets enhet. / A member of the case\'s unit.' })
  staffId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
