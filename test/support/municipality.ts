/**
 * A small municipality for tests, planted past row-level security: two organisations, users of every role, and whatever
 * persons and cases a test wishes for. Ids are the database's own.
 */
import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import { roles, type Role } from '../../src/access/roles.model.ts';
import { testPersonalNumber } from '../../src/person/personal-number.rules.ts';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';

export interface PersonWishes {
  readonly given?: string;
  readonly family?: string;
  readonly born?: string;
  /** `null`: without a number. Absent: the next free one of the test pattern. */
  readonly number?: string | null;
  readonly protection?: 'NONE' | 'CONFIDENTIALITY_MARKED' | 'PROTECTED_REGISTRATION';
}

export interface CaseWishes {
  readonly kind?: string;
  readonly openedOn?: string;
  readonly closedOn?: string | null;
  readonly reference?: string;
}

export interface CaseIds {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Roles that a test user holds for the whole organisation. */
const organisationWide: readonly Role[] = [
  'IFO_HEAD', 'VOO_HEAD', 'MANAGEMENT_GROUP', 'DIRECTOR', 'CONTROLLER', 'BI_READER', 'ADMINISTRATOR', 'LOG_REVIEWER',
];

/** User name of the test user that holds `role` at `unit`. */
export function userAt(organisation: string, unit: string, role: Role): string {
  return `${organisation}.${unit}.${role}`.toLowerCase().replaceAll('_', '-');
}

export class Municipality {
  readonly #client: pg.Client;
  readonly #organisations = new Map<string, string>();
  readonly #units = new Map<string, { readonly id: string; readonly organisationId: string }>();
  readonly #staff = new Map<string, string>();
  #nextBirthDate = asLocalDate('1990-01-01');

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /**
   * Plants two organisations. `alpha` follows OSTHAMMAR with CHILD_YOUTH, ADULT and NEEDS_ASSESSMENT; `beta` follows
   * DISTRICT with CHILD_YOUTH and YOUTH. Every role has a user at every unit.
   */
  static async plant(superuserUrl: string): Promise<Municipality> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    const town = new Municipality(client);
    await town.#organisation('alpha', 'OSTHAMMAR', ['CHILD_YOUTH', 'ADULT', 'NEEDS_ASSESSMENT']);
    await town.#organisation('beta', 'DISTRICT', ['CHILD_YOUTH', 'YOUTH']);
    return town;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** `alpha/ADULT` → its id. */
  unit(name: string): string {
    return this.#planted(name).id;
  }

  /** Id of the member of staff behind a user name. */
  staff(userName: string): string {
    const id = this.#staff.get(userName);
    if (id === undefined) throw new Error(`no user ${userName} was planted`);
    return id;
  }

  /** Every user at a unit. */
  get userNames(): readonly string[] {
    return [...this.#staff.keys()];
  }

  async person(organisation: string, wishes: PersonWishes = {}): Promise<string> {
    const born = wishes.born ?? this.#freeBirthDate();
    const number = wishes.number === undefined ? testPersonalNumber(asLocalDate(born), 'WOMAN') : wishes.number;
    return this.insert('person', {
      organisation_id: this.#organisationId(organisation),
      number_kind: number === null ? 'NONE' : 'PERSONAL_NUMBER',
      number, born,
      given_name: wishes.given ?? 'Test', family_name: wishes.family ?? 'Testsson',
      protection: wishes.protection ?? 'NONE',
    });
  }

  /** A case at `alpha/ADULT` or the like, with its responsible unit. Without a person it gets one. */
  async case(unitName: string, personId?: string, wishes: CaseWishes = {}): Promise<CaseIds> {
    const unit = this.#planted(unitName);
    const person = personId ?? (await this.person(unitName.split('/')[0] ?? ''));
    const openedOn = wishes.openedOn ?? '2024-01-01';
    const closedOn = wishes.closedOn ?? null;
    const common = { organisation_id: unit.organisationId, unit_id: unit.id };
    const id = randomUUID();
    await this.together(async () => {
      await this.insert('case_record', {
        ...common, id, person_id: person, kind: wishes.kind ?? 'SUPPORT', opened_on: openedOn, closed_on: closedOn,
        reference: wishes.reference ?? `T-${String(randomInt(10 ** 9))}`,
      });
      for (const kind of ['HANDLING', 'AUTHORITY']) {
        await this.insert('case_responsibility', { ...common, case_id: id, kind, valid_from: openedOn, valid_until: closedOn });
      }
    });
    return { id, personId: person, unitId: unit.id };
  }

  async coHandling(file: CaseIds, unitName: string, more: Values = {}): Promise<string> {
    const unit = this.#planted(unitName);
    return this.insert('co_handling', {
      organisation_id: unit.organisationId, case_id: file.id, case_unit_id: file.unitId, person_id: file.personId,
      unit_id: unit.id, valid_from: '2024-02-01', ...more,
    });
  }

  async assignment(file: CaseIds, userName: string, from = '2024-01-01', until: string | null = null): Promise<string> {
    return this.insert('case_assignment', {
      organisation_id: this.#organisationOfUnit(file.unitId), case_id: file.id, staff_id: this.staff(userName), valid_from: from, valid_until: until,
    });
  }

  async fact(personId: string, unitName: string, kind: string, from: string, more: Values = {}): Promise<string> {
    const unit = this.#planted(unitName);
    return this.insert('fact', { organisation_id: unit.organisationId, person_id: personId, unit_id: unit.id, kind, valid_from: from, ...more });
  }

  async consent(personId: string, unitName: string, more: Values = {}): Promise<string> {
    const unit = this.#planted(unitName);
    return this.insert('consent', {
      organisation_id: unit.organisationId, person_id: personId, unit_id: unit.id, purpose: 'NAMED_SHARING', scope: 'namn',
      how_given: 'WRITTEN', valid_from: '2026-01-01', ...more,
    });
  }

  async relation(personId: string, relatedId: string, kind: 'GUARDIAN' | 'HOUSEHOLD', more: Values = {}): Promise<string> {
    const { rows } = await this.query('select organisation_id from person where id = $1', [personId]);
    return this.insert('relation', {
      organisation_id: rows[0]?.['organisation_id'], person_id: personId, related_person_id: relatedId, kind, valid_from: '2020-01-01', ...more,
    });
  }

  /** An agreement that the proposing unit's operations manager has approved. */
  async agreement(personId: string, proposer: string, counterpart: string, more: Values = {}): Promise<string> {
    const unit = this.#planted(proposer);
    const organisation = proposer.split('/')[0] ?? '';
    const id = await this.insert('managers_agreement', {
      organisation_id: unit.organisationId, person_id: personId, proposed_by_unit_id: unit.id,
      counterpart_unit_id: this.unit(counterpart), agreed_unit_id: unit.id, reason: 'skolgång', valid_from: '2026-01-01', valid_until: '2027-06-01', ...more,
    });
    await this.insert('managers_approval', {
      organisation_id: unit.organisationId, agreement_id: id, unit_id: unit.id,
      staff_id: this.staff(userAt(organisation, proposer.split('/')[1] ?? '', 'OPERATIONS_MANAGER')),
    });
    return id;
  }

  /** What `access.register_person` leaves behind when a unit enters a person. */
  async registration(personId: string, unitName: string, userName: string, more: Values = {}): Promise<string> {
    const unit = this.#planted(unitName);
    return this.insert('person_registration', {
      organisation_id: unit.organisationId, person_id: personId, unit_id: unit.id, registered_by: this.staff(userName),
      given_name: 'Egen', family_name: 'Uppgift', ...more,
    });
  }

  /** Adds a row and answers its id. */
  async insert(table: string, values: Values): Promise<string> {
    const columns = Object.keys(values);
    const places = columns.map((_, index) => `$${String(index + 1)}`);
    const { rows } = await this.#client.query<{ id: string }>(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning id`,
      Object.values(values),
    );
    return rows[0]?.id ?? '';
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult<Record<string, unknown>>> {
    return this.#client.query<Record<string, unknown>>(sql, [...values]);
  }

  /** Does `work` in one transaction. */
  async together(work: () => Promise<void>): Promise<void> {
    await this.#client.query('begin');
    try {
      await work();
      await this.#client.query('commit');
    } catch (error) {
      await this.#client.query('rollback');
      throw error;
    }
  }

  async #organisation(key: string, routine: string, units: readonly string[]): Promise<void> {
    const organisationId = await this.insert('organisation', { key, name: `Kommun ${key}` });
    this.#organisations.set(key, organisationId);
    await this.insert('adopted_routine', { organisation_id: organisationId, routine, valid_from: '2019-01-01' });
    for (const unit of units) {
      const id = await this.insert('unit', { organisation_id: organisationId, external_id: unit, key: unit, name: `Enhet ${unit}`, board: 'socialnämnden' });
      this.#units.set(`${key}/${unit}`, { id, organisationId });
      for (const role of Object.keys(roles) as Role[]) await this.#user(userAt(key, unit, role), organisationId, id, role);
    }
  }

  async #user(userName: string, organisationId: string, unitId: string, role: Role): Promise<void> {
    const id = await this.insert('staff', { organisation_id: organisationId, external_id: userName, user_name: userName, display_name: `Anställd ${userName}` });
    this.#staff.set(userName, id);
    await this.insert('membership', {
      organisation_id: organisationId, staff_id: id, role, unit_id: organisationWide.includes(role) ? null : unitId, valid_from: '2020-01-01',
    });
  }

  #freeBirthDate(): string {
    this.#nextBirthDate = addDays(this.#nextBirthDate, 1);
    return this.#nextBirthDate;
  }

  #planted(name: string): { readonly id: string; readonly organisationId: string } {
    const unit = this.#units.get(name);
    if (unit === undefined) throw new Error(`no unit ${name} was planted`);
    return unit;
  }

  #organisationId(key: string): string {
    const id = this.#organisations.get(key);
    if (id === undefined) throw new Error(`no organisation ${key} was planted`);
    return id;
  }

  #organisationOfUnit(unitId: string): string {
    return [...this.#units.values()].find(({ id }) => id === unitId)?.organisationId ?? '';
  }
}
