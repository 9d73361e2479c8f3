/** The verdict over GraphQL: field by field what `evaluate` answers (contract section 3). */
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../api/enum.ts';
import { Classified } from '../api/field-class.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { coHandlerRequirements, deadlineKinds, deadlineStatuses, forces, forums, outcomes } from './answer.model.ts';

export const OutcomeEnum = enumOf('Outcome', 'Svarets slag. / DETERMINED: uttrycklig regel; PROPOSED: underförstått; UNDETERMINED: lucka i rutinen; OVERRIDDEN: cheferna har kommit överens; NOT_APPLICABLE: rutinen gäller inte.', outcomes);
export const ForumEnum = enumOf('Forum', 'Var en lucka tas upp. / Where a gap is raised.', forums);
export const CoHandlerRequirementEnum = enumOf('CoHandlerRequirement', 'Krav på medhandläggare. / Whether a co-handler is required.', coHandlerRequirements);
export const DeadlineKindEnum = enumOf('DeadlineKind', 'Slag av sista dag. / Kind of deadline.', deadlineKinds);
export const DeadlineStatusEnum = enumOf('DeadlineStatus', 'I tid, för sent, väntar, missad. / Met, late, pending, missed.', deadlineStatuses);
export const ForceEnum = enumOf('Force', 'Regelns styrka (ska, normalt, vid behov, helst, kan, upplysning). / How binding the rule is.', forces);

@Classified('OPEN')
@ObjectType({ description: 'Text på svenska och engelska. / Text in Swedish and English.' })
export class BilingualText {
  @Field(() => String, { description: 'På svenska. / In Swedish.' })
  sv!: string;

  @Field(() => String, { description: 'På engelska. / In English.' })
  en!: string;
}

@Classified('OPEN')
@ObjectType({ description: 'Anmärkning till svaret. / A note to the answer.' })
export class ResponsibilityNote extends BilingualText {
  @Field(() => String, { description: 'Fast kod. / Stable code.' })
  code!: string;
}

@Classified('OPEN')
@ObjectType({ description: 'Var i rutinen regeln står. / Where in the routine the rule stands.' })
export class RuleCitation {
  @Field(() => String, { description: 'Regelns id. / The rule.' })
  ruleId!: string;

  @Field(() => String, { description: 'Dokument. / Document.' })
  document!: string;

  @Field(() => String, { description: 'Rubrik. / Heading.' })
  section!: string;
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Medhandläggare (medhandläggare): krav och enhet. / Co-handler: requirement and unit.' })
export class CoHandlerAnswer {
  @Field(() => CoHandlerRequirementEnum, { description: 'Kravet. / The requirement.' })
  requirement!: string;

  @Field(() => String, { nullable: true, description: 'Från vilken enhet. / From which unit.' })
  unit!: string | null;
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Samråd före beslut (samråd). / Consultation before a decision.' })
export class ConsultationAnswer {
  @Field(() => String, { description: 'Enhet. / Unit.' })
  unit!: string;

  @Field(() => String, { description: 'Roll. / Role.' })
  role!: string;

  @Field(() => String, { description: 'Före vad. / Before what.' })
  before!: string;

  @Field(() => [String], { description: 'Regler. / Rules.' })
  ruleIds!: readonly string[];
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Sista dag (senast). / A deadline: the latest day in time.' })
export class DeadlineAnswer {
  @Field(() => DeadlineKindEnum, { description: 'Slag. / Kind.' })
  kind!: string;

  @Field(() => LocalDateScalar, { description: 'Sista dag i tid. / Latest day in time.' })
  date!: LocalDate;

  @Field(() => ForceEnum, { description: 'Styrka. / Force.' })
  force!: string;

  @Field(() => DeadlineStatusEnum, { description: 'Läge den dag frågan gäller. / Status on the day asked about.' })
  status!: string;

  @Field(() => [String], { description: 'Regler. / Rules.' })
  ruleIds!: readonly string[];
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Samordnare av flera enheter (samordning). / Coordinator among several units.' })
export class CoordinatorResult {
  @Field(() => String, { description: 'Handläggare. / Caseworker.' })
  caseworker!: string;

  @Field(() => String, { description: 'Enhet. / Unit.' })
  unit!: string;

  @Field(() => String, { description: 'Ska gemensam planering beslutas, frågas om eller diskuteras. / DECIDE, ASK or DISCUSS.' })
  planQuestion!: string;
}

@Classified('ASSESSMENT')
@ObjectType({
  simpleResolvers: true,
  description:
    'Svar på vem som ansvarar (ansvar): enheter, tid, regler, källor och skäl. Perioder är halvöppna: till och med dagen före `validTo`. / Who is responsible, with rules, citations and reason; periods are half-open.',
})
export class Responsibility {
  @Field(() => OutcomeEnum, { description: 'Svarets slag. / Kind of answer.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'Handläggande enhet. / Who handles.' })
  handlingUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet med myndighetsansvar. / Who may decide.' })
  authorityUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet med betalningsansvar. / Who pays.' })
  costUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet som har ärendet medan det är oklart. / Who keeps it meanwhile.' })
  interimUnit!: string | null;

  @Field(() => [String], { description: 'Enheter som utreder parallellt. / Units that investigate side by side.' })
  parallelUnits!: readonly string[];

  @Field(() => CoHandlerAnswer, { description: 'Medhandläggare. / Co-handler.' })
  coHandler!: CoHandlerAnswer;

  @Field(() => [ConsultationAnswer], { description: 'Samråd. / Consultations.' })
  consultations!: readonly ConsultationAnswer[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag svaret gäller. / First day of this answer.' })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag det inte längre gäller. / First day it no longer holds.' })
  validTo!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Nästa dag ansvaret byter enhet. / Next change of unit.' })
  nextTransferDate!: LocalDate | null;

  @Field(() => [DeadlineAnswer], { description: 'Sista dagar. / Deadlines.' })
  deadlines!: readonly DeadlineAnswer[];

  @Field(() => ForumEnum, { nullable: true, description: 'Var luckan tas upp. / Where the gap is raised.' })
  raiseAt!: string | null;

  @Field(() => [String], { description: 'Uppgifter som skulle avgöra frågan. / Facts that would settle it.' })
  asks!: readonly string[];

  @Field(() => CoordinatorResult, { nullable: true, description: 'Samordnare. / Coordinator.' })
  coordinator!: CoordinatorResult | null;

  @Field(() => [String], { description: 'Regler som svaret vilar på. / Rules used.' })
  ruleIds!: readonly string[];

  @Field(() => [RuleCitation], { description: 'Källor. / Citations.' })
  citations!: readonly RuleCitation[];

  @Field(() => BilingualText, { description: 'Skälet i klartext. / The reason in plain words.' })
  explanation!: BilingualText;

  @Field(() => [ResponsibilityNote], { description: 'Anmärkningar. / Notes.' })
  notes!: readonly ResponsibilityNote[];
}
