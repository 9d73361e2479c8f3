/** A person over GraphQL. Identity is null where it is protected; other units' cases are simply not there. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { Node } from '../api/node.type.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Case } from './case.type.ts';
import { ConsentFormEnum, ConsentPurposeEnum, NeedCategoryEnum, ProtectionEnum, RelativeKindEnum } from './vocabulary.type.ts';
import { Unit } from '../organisation/unit.type.ts';
import { ContinuedNeedEnum, FactKindEnum, MatterTypeEnum, MeetingOutcomeEnum } from '../responsibility/vocabulary.type.ts';

@Classified('IDENTITY')
@ObjectType({ implements: Node, description: 'Anhörig eller hushållsmedlem (vårdnadshavare, barn, hushåll). / A relative or member of the household.' })
export class Relation implements Node {
  id!: string;

  @Field(() => RelativeKindEnum, { description: 'GUARDIAN (vårdnadshavare till personen), CHILD (barn), HOUSEHOLD (hushåll). / Kind.' })
  kind!: string;

  @Field(() => ID, { description: 'Den andra personen. / The other person.' })
  personId!: string;

  @Field(() => String, { description: 'Namn, maskerat för skyddade. / Name, masked for the protected.' })
  displayName!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;
}

@Classified('ASSESSMENT')
@ObjectType({ implements: Node, description: 'Uppgift om en person under en period (till exempel LVU-vård). / A fact about a person during a period.' })
export class Fact implements Node {
  id!: string;

  @Field(() => FactKindEnum, { description: 'Slag: LVU_CARE, FAMILY_HOME_PLACEMENT, CONTINUED_NEED, … / Kind.' })
  kind!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Boolean, { description: 'Falskt: det är inte känt om uppgiften gäller. / False: not known whether it holds.' })
  known!: boolean;

  @Field(() => Unit, { description: 'Enhet som registrerat uppgiften. / The unit that recorded it.' })
  unit!: Unit;

  @Field(() => Boolean, { nullable: true, description: 'Placerad av familjevården. / Placed by the foster-care service.' })
  placedByFosterCareService!: boolean | null;

  @Field(() => MeetingOutcomeEnum, { nullable: true, description: 'Mötets utfall: TRANSFER eller NO_TRANSFER. / Outcome of the meeting.' })
  outcome!: string | null;

  @Field(() => Unit, { nullable: true, description: 'Mottagande enhet. / Receiving unit.' })
  receivingUnit!: Unit | null;

  @Field(() => ContinuedNeedEnum, { nullable: true, description: 'Fortsatt behov: YES, NO, UNKNOWN. / Continued need.' })
  value!: string | null;

  @Field(() => [NeedCategoryEnum], { description: 'Behov, kodade. / Needs, coded.' })
  needCategories!: readonly string[];

  @Field(() => Boolean, { nullable: true, description: 'I riskzon för hemlöshet. / At risk of homelessness.' })
  atRisk!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Diagnos dokumenterad. / Diagnosis documented.' })
  diagnosisDocumented!: boolean | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;
}

@Classified('MATTER')
@ObjectType({ implements: Node, description: 'Samtycke (samtycke): syfte, omfattning, mottagare, tid, återkallelse. / Consent.' })
export class Consent implements Node {
  id!: string;

  @Field(() => ConsentPurposeEnum, { description: 'Syfte. / Purpose.' })
  purpose!: string;

  @Field(() => String, { description: 'Omfattning. / Scope.' })
  scope!: string;

  @Field(() => ConsentFormEnum, { description: 'Hur det lämnades. / How it was given.' })
  howGiven!: string;

  @Field(() => Unit, { description: 'Enhet som registrerat. / Recording unit.' })
  unit!: Unit;

  @Field(() => Unit, { nullable: true, description: 'Mottagare. / Recipient.' })
  recipientUnit!: Unit | null;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Återkallat från och med. / Withdrawn from this day on.' })
  withdrawnOn!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;
}

@Classified('ASSESSMENT')
@ObjectType({ implements: Node, description: 'Verksamhetschefernas överenskommelse om annat ansvar (R0-10). / The operations managers\' agreement.' })
export class ManagersAgreement implements Node {
  id!: string;

  @Field(() => Unit, { description: 'Enhet vars verksamhetschef föreslog. / The unit whose manager proposed it.' })
  proposedByUnit!: Unit;

  @Field(() => Unit, { description: 'Enhet vars verksamhetschef också ska godkänna. / The unit whose manager must approve too.' })
  counterpartUnit!: Unit;

  @Field(() => Unit, { description: 'Enhet som ansvarar enligt överenskommelsen. / The agreed unit.' })
  agreedUnit!: Unit;

  @Field(() => MatterTypeEnum, { nullable: true, description: 'Gäller bara detta slags ärende. / Only this type of matter.' })
  matterType!: string | null;

  @Field(() => String, { description: 'Skäl. / Reason.' })
  reason!: string;

  @Field(() => [Unit], { description: 'Enheter vars chef har godkänt; utan båda ingen verkan. / Units whose manager has approved.' })
  approvedBy!: readonly Unit[];

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;

  @Classified('IDENTITY')
  @Field(() => Person, { nullable: true, description: 'Den enskilde; null när du inte får se personen. / The person; null where you may not see them.' })
  person!: Person | null;
}

@Classified('IDENTITY')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Den enskilde (den enskilde). / The person concerned.' })
export class Person implements Node {
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
