/** Timelines and variations over GraphQL. */
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../api/enum.ts';
import { Classified } from '../api/field-class.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { variationKinds } from '../responsibility/fact-variations.rules.ts';
import { BilingualText, ForumEnum, OutcomeEnum, Responsibility, RuleCitation } from '../responsibility/responsibility.type.ts';
import { changeKinds } from '../responsibility/timeline.model.ts';
import { FactKindEnum } from '../responsibility/vocabulary.type.ts';

export const ChangeKindEnum = enumOf('ResponsibilityChangeKind', 'Vad som händer den dag en sträcka börjar. / What happens on the day a stretch begins.', changeKinds);
export const VariationKindEnum = enumOf('VariationKind', 'Hur en uppgift skulle vara annorlunda: slutar, fortsätter, börjar inte, stämmer, stämmer inte, upphävs, börjar, pågår redan. / In what way a fact would be otherwise.', variationKinds);

@Classified('ASSESSMENT')
@ObjectType({ description: 'En händelse som ändrar svaret. / An event that changes the answer.' })
export class ResponsibilityChange {
  @Field(() => ChangeKindEnum, { description: 'Slag. / Kind.' })
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'Ålder som personen fyller. / The age that the person turns.' })
  age!: number | null;

  @Field(() => FactKindEnum, { nullable: true, description: 'Uppgift som börjar eller upphör. / The fact that begins or ends.' })
  fact!: string | null;

  @Field(() => Int, { nullable: true, description: 'Antal år efter det att uppgiften upphörde. / Years after the fact ended.' })
  years!: number | null;
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'En sträcka med ett och samma ansvar, halvöppen: till och med dagen före `until`. / A half-open stretch of one responsibility.' })
export class ResponsibilityStretch {
  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Första dag efter. Den sista sträckan slutar där tidslinjen slutar. / First day after; the last ends with the timeline.' })
  until!: LocalDate;

  @Field(() => OutcomeEnum, { description: 'Svarets slag. / Kind of answer.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'Handläggande enhet. / Who handles.' })
  handlingUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet med myndighetsansvar. / Who may decide.' })
  authorityUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet med betalningsansvar. / Who pays.' })
  costUnit!: string | null;

  @Field(() => String, { nullable: true, description: 'Enhet som har det medan det är oklart. / Who keeps it meanwhile.' })
  interimUnit!: string | null;

  @Field(() => ForumEnum, { nullable: true, description: 'Var luckan tas upp. / Where the gap is raised.' })
  raiseAt!: string | null;

  @Field(() => [String], { description: 'Regler som sträckan vilar på; tom där skälet inte får visas. / Rules; empty where the reason is withheld.' })
  ruleIds!: readonly string[];

  @Field(() => [RuleCitation], { description: 'Källor. / Citations.' })
  citations!: readonly RuleCitation[];

  @Field(() => BilingualText, { description: 'Varför enheten ansvarar, i klartext. / Why this unit is responsible.' })
  explanation!: BilingualText;

  @Field(() => BilingualText, { nullable: true, description: 'Varför sträckan börjar; null för den första och där skälet inte får visas. / Why it begins.' })
  reason!: BilingualText | null;

  @Field(() => [ResponsibilityChange], { description: 'Händelserna den dag sträckan börjar. / The events on its first day.' })
  changes!: readonly ResponsibilityChange[];
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'En uppgift som skulle ändra svaret om den vore annorlunda. / A fact that would change the answer, were it otherwise.' })
export class ResponsibilitySensitivity {
  @Field(() => VariationKindEnum, { description: 'Hur uppgiften skulle vara annorlunda. / In what way.' })
  variation!: string;

  @Field(() => FactKindEnum, { description: 'Uppgiftens slag. / Kind of fact.' })
  fact!: string;

  @Field(() => BilingualText, { description: 'Hela meningen: "Om gymnasiestudierna upphör före 2027-05-15, då …" / The whole sentence.' })
  text!: BilingualText;

  @Field(() => Responsibility, { description: 'Svaret som då skulle ges. / The answer that would then be given.' })
  answer!: Responsibility;
}
