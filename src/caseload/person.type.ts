/** A person over GraphQL. Identity is null where it is protected; other units' cases are simply not there. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../api/enum.ts';
import { Classified } from '../api/field-class.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Case } from './case.type.ts';
import { StaffUnit } from './staff-unit.type.ts';

export const ProtectionEnum = enumOf('Protection', 'Skydd av personuppgifter: inget, sekretessmarkering, skyddad folkbokföring. / Protection of identity.', ['NONE', 'CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION'] as const);

@Classified('IDENTITY')
@ObjectType({ description: 'Anhörig eller hushållsmedlem (vårdnadshavare, barn, hushåll). / A relative or member of the household.' })
export class Relation {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'GUARDIAN (vårdnadshavare till personen), CHILD (barn), HOUSEHOLD (hushåll). / Kind.' })
  kind!: string;

  @Field(() => ID, { description: 'Den andra personen. / The other person.' })
  personId!: string;

  @Field(() => String, { description: 'Namn, maskerat för skyddade. / Name, masked for the protected.' })
  displayName!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Uppgift om en person under en period (till exempel LVU-vård). / A fact about a person during a period.' })
export class Fact {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Slag: LVU_CARE, FAMILY_HOME_PLACEMENT, CONTINUED_NEED, … / Kind.' })
  kind!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Boolean, { description: 'Falskt: det är inte känt om uppgiften gäller. / False: not known whether it holds.' })
  known!: boolean;

  @Field(() => StaffUnit, { description: 'Enhet som registrerat uppgiften. / The unit that recorded it.' })
  unit!: StaffUnit;

  @Field(() => Boolean, { nullable: true, description: 'Placerad av familjevården. / Placed by the foster-care service.' })
  placedByFosterCareService!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Mötets utfall: TRANSFER eller NO_TRANSFER. / Outcome of the meeting.' })
  outcome!: string | null;

  @Field(() => StaffUnit, { nullable: true, description: 'Mottagande enhet. / Receiving unit.' })
  receivingUnit!: StaffUnit | null;

  @Field(() => String, { nullable: true, description: 'Fortsatt behov: YES, NO, UNKNOWN. / Continued need.' })
  value!: string | null;

  @Field(() => [String], { description: 'Behov, kodade. / Needs, coded.' })
  needCategories!: readonly string[];

  @Field(() => Boolean, { nullable: true, description: 'I riskzon för hemlöshet. / At risk of homelessness.' })
  atRisk!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Diagnos dokumenterad. / Diagnosis documented.' })
  diagnosisDocumented!: boolean | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;
}

@Classified('MATTER')
@ObjectType({ description: 'Samtycke (samtycke): syfte, omfattning, mottagare, tid, återkallelse. / Consent.' })
export class Consent {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Syfte. / Purpose.' })
  purpose!: string;

  @Field(() => String, { description: 'Omfattning. / Scope.' })
  scope!: string;

  @Field(() => String, { description: 'Hur det lämnades. / How it was given.' })
  howGiven!: string;

  @Field(() => StaffUnit, { description: 'Enhet som registrerat. / Recording unit.' })
  unit!: StaffUnit;

  @Field(() => StaffUnit, { nullable: true, description: 'Mottagare. / Recipient.' })
  recipientUnit!: StaffUnit | null;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Återkallat från och med. / Withdrawn from this day on.' })
  withdrawnOn!: LocalDate | null;

  @Field(() => Int, { description: 'Version.' })
  version!: number;
}

@Classified('ASSESSMENT')
@ObjectType({ description: 'Verksamhetschefernas överenskommelse om annat ansvar (R0-10). / The operations managers\' agreement.' })
export class ManagersAgreement {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => StaffUnit, { description: 'Enhet som ansvarar enligt överenskommelsen. / The agreed unit.' })
  agreedUnit!: StaffUnit;

  @Field(() => String, { nullable: true, description: 'Gäller bara detta slags ärende. / Only this type of matter.' })
  matterType!: string | null;

  @Field(() => String, { description: 'Skäl. / Reason.' })
  reason!: string;

  @Field(() => [StaffUnit], { description: 'Enheter vars chef har godkänt; utan båda ingen verkan. / Units whose manager has approved.' })
  approvedBy!: readonly StaffUnit[];

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Int, { description: 'Version.' })
  version!: number;
}

@Classified('IDENTITY')
@ObjectType({ description: 'Den enskilde (den enskilde). / The person concerned.' })
export class Person {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Namn, eller "Skyddade personuppgifter". / Name, or the mark of a protected identity.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'Förnamn; null om skyddat. / Given name; null where protected.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Efternamn; null om skyddat. / Family name; null where protected.' })
  familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'Personnummer eller samordningsnummer, 12 siffror; null om skyddat eller saknas. / Personal number.' })
  personalNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Födelsedatum så långt det är känt: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD; null om skyddat. / Birth date as far as known.' })
  birthDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Fyllda år i dag. / Age today in whole years.' })
  age!: number | null;

  @Field(() => ProtectionEnum, { description: 'Skyddade personuppgifter. / Protection of identity.' })
  protection!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Avliden. / Deceased on.' })
  deceasedOn!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;

  @Classified('MATTER')
  @Field(() => [Case], { description: 'Ärenden som du får se. / Cases that you may see.' })
  cases!: readonly Case[];

  @Classified('ASSESSMENT')
  @Field(() => [Fact], { description: 'Uppgifter som din enhet har registrerat. / Facts recorded by your unit.' })
  facts!: readonly Fact[];

  @Field(() => [Relation], { description: 'Vårdnadshavare, barn och hushåll som du får se. / Relatives that you may see.' })
  relations!: readonly Relation[];

  @Classified('MATTER')
  @Field(() => [Consent], { description: 'Samtycken. / Consents.' })
  consents!: readonly Consent[];

  @Classified('ASSESSMENT')
  @Field(() => [ManagersAgreement], { description: 'Chefers överenskommelser. / Managers\' agreements.' })
  managersAgreements!: readonly ManagersAgreement[];
}
