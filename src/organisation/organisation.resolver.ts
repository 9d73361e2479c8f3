/** Organisations, units and staff: open to everybody who is signed in there. */
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { roles, type Role } from '../access/roles.model.ts';
import { Classified } from '../api/field-class.ts';
import { globalId, parseGlobalId } from '../api/global-id.ts';
import { Node } from '../api/node.type.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { ApiContext } from '../request/api-context.ts';
import { readOrganisations, readUnits, type OrganisationRecord } from './organisation.read.ts';
import { staffOfUnit } from './unit-staff.loader.ts';
import { shownStaff, shownUnit, Staff, Unit } from './unit.type.ts';

@Classified('OPEN')
@ObjectType({ description: 'Rutin som organisationen följer från en dag. / The routine an organisation follows from a day on.' })
export class AdoptedRoutine {
  @Field(() => String, { description: 'Rutinens namn. / Name of the routine.' })
  routine!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until!: LocalDate | null;
}

@Classified('OPEN')
@ObjectType({ implements: Node, description: 'Organisation (kommun eller stadsdelsförvaltning). / A municipality or a city district.' })
export class Organisation implements Node {
  id!: string;

  @Field(() => String, { description: 'Nyckel, till exempel osthammar. / Key.' })
  key!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Kommunkod, fyra siffror. / Municipality code.' })
  municipalityCode!: string | null;
}

@Classified('OPEN')
@ObjectType({ description: 'Roll som en medarbetare har i dag. / A role held today.' })
export class HeldRoleView {
  @Field(() => String, { description: 'Rollens namn. / Name of the role.' })
  role!: Role;

  @Field(() => String, { description: 'På svenska. / In Swedish.' })
  title!: string;

  @Field(() => [ID], { description: 'Enheter rollen omfattar. / Units that the role covers.' })
  unitIds!: readonly string[];
}

@Classified('OPEN')
@ObjectType({ description: 'Du. / You.' })
export class Viewer {
  @Field(() => String, { description: 'Användarnamn. / User name.' })
  userName!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  displayName!: string;

  @Field(() => String, { description: 'Organisationens nyckel. / Key of the organisation.' })
  organisationKey!: string;

  @Field(() => [HeldRoleView], { description: 'Roller i dag. / Roles today.' })
  roles!: readonly HeldRoleView[];
}

export function shownOrganisation({ id, key, name, municipalityCode }: OrganisationRecord): Organisation {
  return { id: globalId('Organisation', id), key, name, municipalityCode };
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Viewer, { description: 'Vem du är, med dagens roller. / Who you are, with today\'s roles.' })
  async viewer(@Ctx() { scope }: ApiContext): Promise<Viewer> {
    const caller = await scope.caller();
    return {
      userName: caller.userName,
      displayName: caller.displayName,
      organisationKey: caller.organisationKey,
      roles: caller.roles.map(({ role, unitIds }) => ({
        role, title: roles[role].sv, unitIds: unitIds.map((id) => globalId('Unit', id)),
      })),
    };
  }

  @Query(() => [Organisation], { description: 'Din organisation. / Your organisation.' })
  async organisations(@Ctx() { scope }: ApiContext): Promise<Organisation[]> {
    await scope.require('organisation.read');
    return (await scope.read(readOrganisations)).map(shownOrganisation);
  }

  @FieldResolver(() => [Unit], { description: 'Enheter. / Units.' })
  @Classified('OPEN')
  async units(@Ctx() { scope }: ApiContext): Promise<Unit[]> {
    return (await scope.read((db) => readUnits(db))).map(shownUnit);
  }

  @FieldResolver(() => [AdoptedRoutine], { description: 'Rutiner över tid. / Routines over time.' })
  @Classified('OPEN')
  async routines(@Ctx() { scope }: ApiContext): Promise<readonly AdoptedRoutine[]> {
    return (await scope.caller()).adoptedRoutines;
  }
}

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => [Unit], { description: 'Enheterna i din organisation. / The units of your organisation.' })
  async units(@Ctx() { scope }: ApiContext): Promise<Unit[]> {
    await scope.require('organisation.read');
    return (await scope.read((db) => readUnits(db))).map(shownUnit);
  }

  @Query(() => Unit, { nullable: true, description: 'En enhet i din organisation; annars null. / A unit of your organisation, otherwise null.' })
  async unit(@Arg('id', () => ID) id: string, @Ctx() { scope }: ApiContext): Promise<Unit | null> {
    await scope.require('organisation.read');
    const known = parseGlobalId(id);
    if (known?.type !== 'Unit') return null;
    const [unit] = await scope.read((db) => readUnits(db, [known.id]));
    return unit === undefined ? null : shownUnit(unit);
  }

  @FieldResolver(() => [Staff], { description: 'Medarbetare i dag. / Staff today.' })
  @Classified('OPEN')
  async staff(@Root() unit: Unit, @Ctx() { scope }: ApiContext): Promise<Staff[]> {
    const id = parseGlobalId(unit.id)?.id;
    return id === undefined ? [] : (await staffOfUnit(scope).load(id)).map(shownStaff);
  }
}
