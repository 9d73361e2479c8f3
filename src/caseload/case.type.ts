/** A case over GraphQL, with whoever takes part in it. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { Node } from '../api/node.type.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Person } from './person.type.ts';
import { CaseKindEnum, CoHandlingRoleEnum, ResponsibilityKindEnum } from './vocabulary.type.ts';
import { Staff, Unit } from '../organisation/unit.type.ts';

@Classified('MATTER')
@ObjectType({ description: 'Ansvarig handläggare under en tid. / The responsible caseworker during a time.' })
export class Assignment {
  @Field(() => ID, { description: 'Id. / Id.' })
  id!: string;

  @Field(() => Staff, { description: 'Handläggare. / Caseworker.' })
  staff!: Staff;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;
}

@Classified('MATTER')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Medhandläggning (samhandläggning): en annan enhet som deltar i ärendet. / Another unit joined to the case.' })
export class CoHandling implements Node {
  id!: string;

  @Field(() => Unit, { description: 'Den andra enheten. / The other unit.' })
  unit!: Unit;

  @Field(() => Staff, { nullable: true, description: 'Medhandläggare, när någon är utsedd. / The co-handler, once named.' })
  staff!: Staff | null;

  @Field(() => CoHandlingRoleEnum, { description: 'Roll. / Role.' })
  role!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;

  @Field(() => Case, { nullable: true, description: 'Ärendet; null när du inte får se det (längre). / The case; null where you may not see it (any more).' })
  case!: Case | null;
}

@Classified('MATTER')
@ObjectType({ description: 'Enhet som ansvarar för ärendet under en tid. / The unit responsible for the case during a time.' })
export class ResponsibleUnit {
  @Field(() => ResponsibilityKindEnum, { description: 'Slags ansvar. / Kind of responsibility.' })
  kind!: string;

  @Field(() => Unit, { description: 'Enhet. / Unit.' })
  unit!: Unit;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;
}

@Classified('MATTER')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Ärende (ärende) vid en enhet. / A case at a unit.' })
export class Case implements Node {
  id!: string;

  @Field(() => String, { description: 'Beteckning utan personuppgift. / Reference that tells nothing of the person.' })
  reference!: string;

  @Field(() => CaseKindEnum, { description: 'SUPPORT (pågående ärende) eller ärendetyp. / Kind: ongoing support, or a type of matter.' })
  kind!: string;

  @Field(() => Unit, { description: 'Enheten som har ärendet. / The unit that has the case.' })
  unit!: Unit;

  @Field(() => LocalDateScalar, { description: 'Öppnat. / Opened on.' })
  openedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag som ärendet inte längre är öppet. / First day on which it is no longer open.' })
  closedOn!: LocalDate | null;

  @Field(() => Int, { description: 'Version att ändra från. / Version to base an edit on.' })
  version!: number;

  @Classified('IDENTITY')
  @Field(() => Person, { description: 'Den enskilde. / The person.' })
  person!: Person;

  @Field(() => Staff, { nullable: true, description: 'Ansvarig handläggare i dag. / Responsible caseworker today.' })
  caseworker!: Staff | null;

  @Field(() => [Assignment], { description: 'Ansvariga handläggare över tid, senaste först. / Caseworkers over time, newest first.' })
  assignments!: readonly Assignment[];

  @Field(() => [CoHandling], { description: 'Medhandläggning, senaste först. / Co-handling, newest first.' })
  coHandlings!: readonly CoHandling[];

  @Field(() => [ResponsibleUnit], { description: 'Ansvariga enheter över tid. / Responsible units over time.' })
  responsibleUnits!: readonly ResponsibleUnit[];
}
