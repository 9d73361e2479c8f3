/**
 * The wall behind the service: whatever check of the service is forgotten, the database shows no row of another unit
 * and takes none. Here the service is left out: statements are sent as the app's role, with only the user's name set.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { roles, type Role } from '../../src/access/roles.model.ts';
import { canariesIn, canaryUnits, foreignCanaries, plantCanaries } from '../support/canaries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { Municipality, userAt } from '../support/municipality.ts';

let database: TestDatabase;
let town: Municipality;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  town = await Municipality.plant(database.superuserUrl);
  await plantCanaries(town);
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await town.close();
  await database.drop();
});

const secret = [
  'person', 'person_registration', 'relation', 'case_record', 'case_responsibility', 'case_assignment', 'co_handling', 'fact', 'managers_agreement',
  'managers_approval', 'consent',
] as const;

/** What `userName` gets from a statement. Nothing stays: the transaction is rolled back. */
async function asUser(userName: string, ...statements: readonly (readonly [sql: string, values?: readonly unknown[]])[]): Promise<pg.QueryResult> {
  await app.query('begin');
  try {
    await app.query("select set_config('app.user', $1, true)", [userName]);
    let result: pg.QueryResult | undefined;
    for (const [sql, values = []] of statements) result = await app.query(sql, [...values]);
    if (result === undefined) throw new Error('nothing was asked');
    return result;
  } finally {
    await app.query('rollback');
  }
}

function userOf(unit: string, role: Role): string {
  const [organisation = '', name = ''] = unit.split('/');
  return userAt(organisation, name, role);
}

describe('a unit\'s user, past every check of the service', () => {
  it.each(canaryUnits)('at %s reads no row of another unit', async (unit) => {
    for (const table of secret) {
      const { rows } = await asUser(userOf(unit, 'OPERATIONS_MANAGER'), [`select * from ${table}`]);
      expect(rows.length > 0 || table === 'person_registration').toBe(true);
      const text = JSON.stringify(rows).replaceAll('canary[nobody]', '');
      expect(foreignCanaries(text, unit)).toEqual([]);
    }
  });

  it('reads its own', async () => {
    const { rows } = await asUser(userOf('alpha/ADULT', 'CASEWORKER'), ['select reference from case_record']);
    expect(canariesIn(JSON.stringify(rows))).toBeGreaterThan(4);
  });

  it.each((Object.keys(roles) as Role[]).filter((role) => !['CASEWORKER', 'INTAKE', 'COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER'].includes(role)))(
    'in the role %s reads no person and no case',
    async (role) => {
      for (const table of secret) expect((await asUser(userOf('alpha/ADULT', role), [`select * from ${table}`])).rows).toEqual([]);
    },
  );

  it('without a name, or with one that is nobody\'s, reads nothing at all', async () => {
    for (const userName of ['', 'nobody', 'alpha.adult.caseworker ']) {
      for (const table of [...secret, 'unit', 'staff', 'membership', 'organisation']) {
        expect((await asUser(userName, [`select * from ${table}`])).rows).toEqual([]);
      }
    }
  });

  it('reads no other organisation, and no secrets of keys and logs', async () => {
    const { rows } = await asUser(userOf('alpha/ADULT', 'CASEWORKER'), ['select user_name from staff']);
    expect(rows.every(({ user_name }) => String(user_name).startsWith('alpha.'))).toBe(true);
    expect((await asUser(userOf('alpha/ADULT', 'CASEWORKER'), ['select * from audit_event'])).rows).toEqual([]);
    expect((await asUser(userOf('alpha/ADULT', 'CASEWORKER'), ['select * from idempotency'])).rows).toEqual([]);
  });

  it('loses sight of everything on the day the membership ends', async () => {
    const unit = 'beta/YOUTH';
    await town.query("update membership set valid_until = '2026-01-01' where staff_id = $1", [town.staff(userOf(unit, 'CASEWORKER'))]);
    for (const table of secret) expect((await asUser(userOf(unit, 'CASEWORKER'), [`select * from ${table}`])).rows).toEqual([]);
  });

  it('keeps nothing of the user before on the connection', async () => {
    await asUser(userOf('alpha/ADULT', 'CASEWORKER'), ['select 1']);
    expect((await app.query('select * from person')).rows).toEqual([]);
  });
});

describe('a write, past every check of the service', () => {
  const intruder = userOf('alpha/CHILD_YOUTH', 'OPERATIONS_MANAGER');
  const hiddenCase = async () => {
    const file = await town.case('alpha/ADULT');
    return { ...file, organisationId: String((await town.query('select organisation_id from case_record where id = $1', [file.id])).rows[0]?.['organisation_id']) };
  };

  it('changes no row of another unit', async () => {
    const file = await hiddenCase();
    const changes = [
      ['update case_record set closed_on = current_date where id = $1', [file.id]],
      ['update case_responsibility set valid_until = current_date where case_id = $1', [file.id]],
      ['update person set family_name = $2 where id = $1', [file.personId, 'x']],
      ['update fact set valid_until = current_date where unit_id = $1', [file.unitId]],
      ['update consent set withdrawn_on = current_date where unit_id = $1', [file.unitId]],
      ['update co_handling set valid_until = current_date where case_unit_id = $1 and unit_id <> $2', [file.unitId, town.unit('alpha/CHILD_YOUTH')]],
    ] as const;
    for (const change of changes) expect((await asUser(intruder, change)).rowCount).toBe(0);
  });

  it('of a case, a fact, a consent or an agreement about a hidden person is refused, and opens no view of them', async () => {
    const { organisationId, personId } = await hiddenCase();
    const unit = town.unit('alpha/CHILD_YOUTH');
    const other = town.unit('alpha/ADULT');
    const writes = [
      ["insert into case_record (organisation_id, reference, person_id, unit_id, kind, opened_on) values ($1, 'x', $2, $3, 'REPORT', '2026-01-01')", [organisationId, personId, unit]],
      ["insert into fact (organisation_id, person_id, unit_id, kind, valid_from) values ($1, $2, $3, 'LVU_CARE', '2026-01-01')", [organisationId, personId, unit]],
      ["insert into consent (organisation_id, person_id, unit_id, purpose, scope, how_given, valid_from) values ($1, $2, $3, 'CONTACT', 'x', 'ORAL', '2026-01-01')", [organisationId, personId, unit]],
      ["insert into managers_agreement (organisation_id, person_id, proposed_by_unit_id, counterpart_unit_id, agreed_unit_id, reason, valid_from) values ($1, $2, $3, $4, $3, 'x', '2026-01-01')", [organisationId, personId, unit, other]],
      ["insert into person_registration (organisation_id, person_id, unit_id, born, given_name, family_name, registered_by) values ($1, $2, $3, '2000', 'x', 'x', $4)", [organisationId, personId, unit, town.staff(intruder)]],
      ["insert into person (organisation_id, number_kind, born, given_name, family_name) values ($1, 'NONE', '2000', 'x', 'x')", [organisationId]],
    ] as const;
    for (const write of writes) await expect(asUser(intruder, write)).rejects.toMatchObject({ code: '42501' });
  });

  it('in another unit\'s name is refused', async () => {
    const own = await town.case('alpha/CHILD_YOUTH');
    const hidden = await hiddenCase();
    const { organisationId } = hidden;
    const other = hidden.unitId;
    const writes = [
      ["insert into case_record (organisation_id, reference, person_id, unit_id, kind, opened_on) values ($1, 'x', $2, $3, 'REPORT', '2026-01-01')", [organisationId, own.personId, other]],
      ["insert into fact (organisation_id, person_id, unit_id, kind, valid_from) values ($1, $2, $3, 'LVU_CARE', '2026-01-01')", [organisationId, own.personId, other]],
      ["insert into co_handling (organisation_id, case_id, case_unit_id, person_id, unit_id, valid_from) values ($1, $2, $3, $4, $5, '2026-01-01')", [organisationId, hidden.id, other, hidden.personId, own.unitId]],
      ["insert into case_assignment (organisation_id, case_id, staff_id, valid_from) values ($1, $2, $3, '2026-01-01')", [organisationId, hidden.id, town.staff(intruder)]],
      ["insert into case_responsibility (organisation_id, case_id, kind, unit_id, valid_from) values ($1, $2, 'HANDLING', $3, '2030-01-01')", [organisationId, hidden.id, own.unitId]],
    ] as const;
    for (const write of writes) await expect(asUser(intruder, write)).rejects.toMatchObject({ code: '42501' });
  });

  it('joins no unit to a case by naming another unit as its owner', async () => {
    const own = await town.case('alpha/CHILD_YOUTH');
    const hidden = await hiddenCase();
    const forged = ["insert into co_handling (organisation_id, case_id, case_unit_id, person_id, unit_id, valid_from) values ($1, $2, $3, $4, $5, '2026-01-01')", [hidden.organisationId, hidden.id, own.unitId, hidden.personId, town.unit('alpha/NEEDS_ASSESSMENT')]] as const;
    await expect(asUser(intruder, forged, ['set constraints all immediate'])).rejects.toMatchObject({ code: '23503' });
  });

  it('relates no hidden person', async () => {
    const own = await town.case('alpha/CHILD_YOUTH');
    const { organisationId, personId } = await hiddenCase();
    const relation = "insert into relation (organisation_id, person_id, related_person_id, kind, valid_from) values ($1, $2, $3, 'GUARDIAN', '2026-01-01')";
    await expect(asUser(intruder, [relation, [organisationId, own.personId, personId]])).rejects.toMatchObject({ code: '42501' });
    await expect(asUser(intruder, [relation, [organisationId, personId, own.personId]])).rejects.toMatchObject({ code: '42501' });
  });

  it('approves nothing for another unit, or in another\'s name', async () => {
    const file = await hiddenCase();
    const id = await town.agreement(file.personId, 'alpha/ADULT', 'alpha/CHILD_YOUTH');
    const approval = 'insert into managers_approval (organisation_id, agreement_id, unit_id, staff_id) values ($1, $2, $3, $4)';
    const own = town.unit('alpha/CHILD_YOUTH');
    const away = town.unit('alpha/NEEDS_ASSESSMENT');
    await expect(asUser(intruder, [approval, [file.organisationId, id, away, town.staff(intruder)]])).rejects.toMatchObject({ code: '42501' });
    await expect(asUser(intruder, [approval, [file.organisationId, id, own, town.staff(userOf('alpha/ADULT', 'OPERATIONS_MANAGER'))]])).rejects.toMatchObject({ code: '42501' });
    expect((await asUser(intruder, [approval, [file.organisationId, id, own, town.staff(intruder)]])).rowCount).toBe(1);
  });

  it('by who may not write is refused', async () => {
    const own = await town.case('alpha/CHILD_YOUTH');
    const { organisationId } = await hiddenCase();
    const fact = ["insert into fact (organisation_id, person_id, unit_id, kind, valid_from) values ($1, $2, $3, 'LVU_CARE', '2026-01-01')", [organisationId, own.personId, own.unitId]] as const;
    await expect(asUser(userOf('alpha/CHILD_YOUTH', 'ADMINISTRATOR'), fact)).rejects.toMatchObject({ code: '42501' });
    const agreement = ["insert into managers_agreement (organisation_id, person_id, proposed_by_unit_id, counterpart_unit_id, agreed_unit_id, reason, valid_from) values ($1, $2, $3, $4, $3, 'x', '2026-01-01')", [organisationId, own.personId, own.unitId, town.unit('alpha/ADULT')]] as const;
    await expect(asUser(userOf('alpha/CHILD_YOUTH', 'COORDINATOR'), agreement)).rejects.toMatchObject({ code: '42501' });
  });

  it('changes no audit row, and writes none in another\'s name', async () => {
    for (const sql of ['update audit_event set actor = $1', 'delete from audit_event where actor = $1', 'truncate audit_event']) {
      await expect(asUser(intruder, [sql, sql.includes('$1') ? ['x'] : []])).rejects.toMatchObject({ code: '42501' });
    }
    const forged = ["insert into audit_event (actor_id, actor, operation, outcome) values ($1, 'x', 'x', 'READ')", [town.staff(userOf('alpha/ADULT', 'CASEWORKER'))]] as const;
    await expect(asUser(intruder, forged)).rejects.toMatchObject({ code: '42501' });
  });
});
