/** Inputs of the mutations on facts. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { enumOf } from '../api/enum.ts';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { NeedCategory } from '../caseload/vocabulary.model.ts';
import { NeedCategoryEnum } from '../caseload/vocabulary.type.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { ContinuedNeedEnum, MeetingOutcomeEnum } from '../responsibility/vocabulary.type.ts';
import type { ContinuedNeed, MeetingOutcome } from '../routine/vocabulary.model.ts';
import { recordedFactKinds, type RecordedFactKind } from './fact.model.ts';

export const RecordedFactKindEnum = enumOf('RecordedFactKind', 'Slag av uppgift som en enhet registrerar. / Kind of fact that a unit records.', recordedFactKinds);

@InputType({ description: 'Registrera en uppgift om en person under en period. / Record a fact about a person during a period.' })
export class RecordFactInput extends MutationInput {
  @Field(() => ID, { description: 'Personen. / The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Enheten som registrerar: en av dina. / The unit that records: one of yours.' })
  unitId!: string;

  @Field(() => RecordedFactKindEnum, { description: 'Slag. / Kind.' })
  kind!: RecordedFactKind;

  @Field(() => LocalDateScalar, { description: 'Första dag; beslutad, bedömd eller aviserad den dagen. / First day; decided, assessed or notified on it.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter; utelämnas medan slutet är okänt. / First day after; left out while the end is not known.' })
  until?: LocalDate;

  @Field(() => Boolean, { defaultValue: true, description: 'Falskt: det är inte känt om uppgiften gäller. / False: not known whether it holds.' })
  known!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'FAMILY_HOME_PLACEMENT: placerad av familjevården. / Placed by the foster-care service.' })
  placedByFosterCareService?: boolean;

  @Field(() => MeetingOutcomeEnum, { nullable: true, description: 'TRANSFER_OUTCOME: beslutet. / What was decided.' })
  outcome?: MeetingOutcome;

  @Field(() => ID, { nullable: true, description: 'TRANSFER_OUTCOME: enheten som tar över. / The unit that takes over.' })
  receivingUnitId?: string;

  @Field(() => ContinuedNeedEnum, { nullable: true, description: 'CONTINUED_NEED: bedömningen. / The assessment.' })
  value?: ContinuedNeed;

  @Field(() => [NeedCategoryEnum], { defaultValue: [], description: 'CONTINUED_NEED: vilka behov. / Which needs.' })
  needCategories!: NeedCategory[];

  @Field(() => Boolean, { nullable: true, description: 'HOMELESS: riskerar hemlöshet. / At risk of homelessness.' })
  atRisk?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'MENTAL_DISABILITY: diagnosen är dokumenterad. / The diagnosis is documented.' })
  diagnosisDocumented?: boolean;
}

@InputType({ description: 'Avsluta en uppgift. / End a fact.' })
export class EndFactInput extends MutationInput {
  @Field(() => ID, { description: 'Uppgiften. / The fact.' })
  factId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag som den inte längre gäller. / First day on which it no longer holds.' })
  until!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
