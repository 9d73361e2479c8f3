/** Organisations, units and staff: open to everybody who is signed in there. */
import { sql } from 'kysely';
import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Staff, StaffUnit } from '../caseload/staff-unit.type.ts';
import { roles, type Role } from '../access/roles.model.ts';
import { Classified } from '../api/field-class.ts';
import { globalId } from '../api/global-id.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { ApiContext } from '../request/api-context.ts';

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
@ObjectType({ description: 'Organisation (kommun eller stadsdelsförvaltning). / A municipality or a city district.' })
export class Organisation {
  @Field(() => ID, { description: 'Id.' })
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
    const { rows } = await scope.read((db) =>
      sql<{ id: string; key: string; name: string; code: string | null }>`
        select id, key, name, municipality_code as code from organisation order by key`.execute(db),
    );
    return rows.map(({ id, key, name, code }) => ({ id: globalId('Organisation', id), key, name, municipalityCode: code }));
  }

  @FieldResolver(() => [StaffUnit], { description: 'Enheter. / Units.' })
  @Classified('OPEN')
  async units(@Ctx() { scope }: ApiContext): Promise<StaffUnit[]> {
    const { rows } = await scope.read((db) =>
      sql<{ id: string; key: string; name: string }>`select id, key, name from unit order by name`.execute(db),
    );
    return rows.map(({ id, key, name }) => ({ id: globalId('Unit', id), key, name }));
  }

  @FieldResolver(() => [AdoptedRoutine], { description: 'Rutiner över tid. / Routines over time.' })
  @Classified('OPEN')
  async routines(@Ctx() { scope }: ApiContext): Promise<readonly AdoptedRoutine[]> {
    return (await scope.caller()).adoptedRoutines;
  }
}

@Resolver(() => StaffUnit)
export class UnitResolver {
  @Query(() => [StaffUnit], { description: 'Enheterna i din organisation. / The units of your organisation.' })
  async units(@Ctx() context: ApiContext): Promise<StaffUnit[]> {
    await context.scope.require('organisation.read');
    return new OrganisationResolver().units(context);
  }

  @FieldResolver(() => [Staff], { description: 'Medarbetare i dag. / Staff today.' })
  @Classified('OPEN')
  async staff(@Root() unit: StaffUnit, @Ctx() { scope }: ApiContext): Promise<Staff[]> {
    const { rows } = await scope.read((db) =>
      sql<{ id: string; name: string; unit_id: string }>`
        select distinct s.id, s.display_name as name, m.unit_id from staff s
        join membership m on m.staff_id = s.id and m.unit_id is not null
        where m.valid_from <= ${scope.today} and (m.valid_until is null or m.valid_until > ${scope.today})
        order by name`.execute(db),
    );
    return rows.filter((row) => globalId('Unit', row.unit_id) === unit.id).map(({ id, name }) => ({ id: globalId('Staff', id), displayName: name }));
  }
}
