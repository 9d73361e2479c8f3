/** A question to a routine over GraphQL, in the words of the command line's questions (contract section 3). */
import { Field, ID, InputType } from 'type-graphql';
import { AskKindEnum, ContinuedNeedEnum, FactKindEnum, MatterTypeEnum, MeetingOutcomeEnum, NeedTypeEnum, SectionEnum } from './vocabulary.type.ts';

@InputType({ description: 'Frågans ärende. / The matter of the question.' })
export class MatterInput {
  @Field(() => MatterTypeEnum, { nullable: true, description: 'Slag. / Type.' })
  type?: string;

  @Field(() => String, { nullable: true, description: 'Enheten där det kom in. / Unit where it came in.' })
  receivedBy?: string;

  @Field(() => Boolean, { nullable: true, description: 'Barn i hushållet. / Children in the household.' })
  householdHasChildren?: boolean;

  @Field(() => String, { nullable: true, description: 'INTERVENTION: enheten som förfogar över insatsen. / The unit that commands it.' })
  ownerUnit?: string;

  @Field(() => [SectionEnum], { nullable: true, description: 'Områden. / Sections.' })
  sections?: string[];

  @Field(() => Boolean, { nullable: true, description: 'DISTRICT: behoven kräver parallella utredningar. / Needs call for parallel investigations.' })
  parallelNeed?: boolean;
}

@InputType({ description: 'Behov i ett nytt ärende. / A need of a new matter.' })
export class NeedInput {
  @Field(() => NeedTypeEnum, { description: 'Slag. / Type.' })
  type!: string;

  @Field(() => Boolean, { nullable: true, description: 'Framgår tydligt. / Clearly evident.' })
  clearlyEvident?: boolean;
}

@InputType({ description: 'En uppgift som frågan förutsätter. / A fact that the question supposes.' })
export class SupposedFactInput {
  @Field(() => FactKindEnum, { description: 'Slag. / Kind.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Första dag, ÅÅÅÅ-MM-DD. / First day.' })
  from?: string;

  @Field(() => String, { nullable: true, description: 'Första dag efter. / First day after.' })
  until?: string;

  @Field(() => Boolean, { nullable: true, description: 'Falskt: inte känt om det gäller. / False: not known whether it holds.' })
  known?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Placerad av familjevården. / Placed by the foster-care service.' })
  placedByFosterCareService?: boolean;

  @Field(() => String, { nullable: true, description: 'Enhet. / Unit.' })
  unit?: string;

  @Field(() => [String], { nullable: true, description: 'Enheter vars chef har godkänt. / Units whose manager has approved.' })
  approvedBy?: string[];

  @Field(() => MatterTypeEnum, { nullable: true, description: 'Överenskommelsen gäller bara denna fråga. / The agreement covers this matter only.' })
  matterType?: string;

  @Field(() => MeetingOutcomeEnum, { nullable: true, description: 'Mötets beslut. / What the meeting decided.' })
  outcome?: string;

  @Field(() => String, { nullable: true, description: 'Mottagande enhet. / Receiving unit.' })
  receivingUnit?: string;

  @Field(() => ContinuedNeedEnum, { nullable: true, description: 'Fortsatt behov. / Continued need.' })
  value?: string;

  @Field(() => Boolean, { nullable: true, description: 'Riskerar hemlöshet. / At risk of homelessness.' })
  atRisk?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Diagnosen är dokumenterad. / The diagnosis is documented.' })
  diagnosisDocumented?: boolean;
}

@InputType({ description: 'En enhets kontakt med familjen (samordnare). / One unit\'s contact with the family.' })
export class InvolvementInput {
  @Field(() => String, { description: 'Enhet. / Unit.' })
  unit!: string;

  @Field(() => String, { description: 'Handläggare, valfri nyckel. / Caseworker, any key.' })
  caseworker!: string;

  @Field(() => String, { description: 'Handläggarens kontakt sedan. / The caseworker\'s contact since.' })
  caseworkerContactSince!: string;

  @Field(() => String, { description: 'Enhetens kontakt sedan. / The unit\'s contact since.' })
  unitContactSince!: string;

  @Field(() => Boolean, { nullable: true, description: 'Utredning pågår. / An investigation is open.' })
  investigationOpen?: boolean;
}

@InputType({ description: 'Vem frågan tänks gälla. / Whom the question supposes.' })
export class SupposedPersonInput {
  @Field(() => String, { nullable: true, description: 'Födelsedatum så långt det är känt: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD. / Birth date as far as known.' })
  birthDate?: string;
}

@InputType({ description: 'En fråga till rutinen utan lagrad person. / A question to the routine without a stored person.' })
export class QuestionInput {
  @Field(() => ID, { defaultValue: 'what-if', description: 'Frågans id, valfritt. / Id of the question, yours to choose.' })
  id!: string;

  @Field(() => String, { description: 'Rutin, till exempel OSTHAMMAR. / Routine.' })
  routine!: string;

  @Field(() => AskKindEnum, { description: 'Vad som frågas. / What is asked.' })
  ask!: string;

  @Field(() => String, { description: 'Datum ÅÅÅÅ-MM-DD som frågan gäller, eller då ärendet kom in. / Date asked about, or the date received.' })
  asOf!: string;

  @Field(() => SupposedPersonInput, { nullable: true, description: 'Den frågan gäller. / Whom it concerns.' })
  person?: SupposedPersonInput;

  @Field(() => MatterInput, { nullable: true, description: 'Ärendet. / The matter.' })
  matter?: MatterInput;

  @Field(() => [NeedInput], { nullable: true, description: 'Behov. / Needs.' })
  needs?: NeedInput[];

  @Field(() => [SupposedFactInput], { nullable: true, description: 'Uppgifter. / Facts.' })
  facts?: SupposedFactInput[];

  @Field(() => [InvolvementInput], { nullable: true, description: 'Inblandade enheter. / Units involved.' })
  involvements?: InvolvementInput[];

  @Field(() => Boolean, { nullable: true, description: 'Oro för barn. / Concern for a child.' })
  childConcern?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Vårdnadshavaren har kontakt med alla andra enheter. / The guardian is in contact with every other unit.' })
  guardianInvolved?: boolean;
}
