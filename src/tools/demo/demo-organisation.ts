/** Builds the rows of one demo organisation, file by file, as a case-load export would have them. */
import { addDays, addYears, asLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { FileKind } from '../../import/columns.model.ts';
import { testCoordinationNumber, testPersonalNumber, type NumberedSex } from '../../person/personal-number.rules.ts';
import { familyNames, givenNames } from './names.ts';
import { Dice } from './random.ts';

/** The day the demonstration was made for: birthdays, deadlines and deadlines missed lie around it. */
export const referenceDate = asLocalDate('2026-11-22');

type Cell = string | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

export interface PersonWishes {
  /** External id; without one the person gets a running number. */
  readonly id?: string;
  /** `YYYY-MM-DD`, or less where unknown. */
  readonly born: string;
  readonly sex?: NumberedSex;
  readonly number?: 'PERSONAL' | 'COORDINATION' | 'NONE' | { readonly written: string };
  /** A birth date that overrides the number's. */
  readonly stated?: string;
  readonly familyName?: string;
  readonly protection?: 'CONFIDENTIALITY_MARKED' | 'PROTECTED_REGISTRATION';
  readonly deceasedOn?: string;
}

export interface CaseWishes {
  readonly kind?: string;
  readonly opened: string;
  readonly closed?: string | null;
  /** `null`: nobody is assigned. */
  readonly caseworker?: string | null;
}

export interface Place {
  readonly unit?: string;
  readonly department?: string;
}

export class DemoOrganisation {
  readonly files: Record<FileKind, Row[]> = {
    organisations: [], units: [], staff: [], memberships: [], persons: [], relations: [], cases: [], assignments: [], co_handlings: [], consents: [], facts: [],
  };
  readonly dice: Dice;
  readonly key: string;
  readonly #numbers = new Set<string>();
  readonly #caseworkers = new Map<string, string[]>();
  readonly #departments = new Map<string, string>();

  constructor(key: string, name: string, routine: string, adoptedFrom: string, municipalityCode: string | null, seed: number) {
    this.key = key;
    this.dice = new Dice(seed);
    this.files.organisations.push({ key, name, routine, adopted_from: adoptedFrom, municipality_code: municipalityCode });
  }

  department(key: string, name: string): void {
    this.#departments.set(key, name);
  }

  unit(id: string, key: string, name: string, department: string, board: string): void {
    this.files.units.push({ external_id: id, key, name, department_key: department, department_name: this.#departments.get(department), board });
  }

  /** A member of staff with one role, `user` being the user name after the organisation's key. */
  user(user: string, role: string, place: Place = {}, from = '2020-01-01', until?: string): string {
    const sex = this.dice.pick(['WOMAN', 'MAN'] as const);
    const displayName = `${this.dice.pick(givenNames[sex])} ${this.dice.pick(familyNames)}`;
    this.files.staff.push({ external_id: user, user_name: `${this.key}.${user}`, display_name: displayName });
    this.membership(user, role, place, from, until);
    if (role === 'CASEWORKER' && place.unit !== undefined && until === undefined) {
      this.#caseworkers.set(place.unit, [...(this.#caseworkers.get(place.unit) ?? []), user]);
    }
    return user;
  }

  membership(user: string, role: string, { unit, department }: Place, from: string, until?: string): void {
    this.files.memberships.push({ staff: user, unit, department, role, from: from, until: until });
  }

  person(wishes: PersonWishes): string {
    const id = wishes.id ?? `p-${String(this.files.persons.length + 1).padStart(4, '0')}`;
    const sex = wishes.sex ?? this.dice.pick(['WOMAN', 'MAN'] as const);
    const { number, born } = this.#numberFor(wishes, sex);
    this.files.persons.push({
      external_id: id,
      personal_number: number,
      birth_date: wishes.stated ?? (number === null ? born : null),
      given_name: this.dice.pick(givenNames[sex]),
      family_name: wishes.familyName ?? this.dice.pick(familyNames),
      protection: wishes.protection,
      deceased_on: wishes.deceasedOn,
    });
    return id;
  }

  /** The test pattern has one number per birth date and sex: who comes later is born on the nearest free day. */
  #numberFor({ id, born, number = 'PERSONAL' }: PersonWishes, sex: NumberedSex): { number: string | null; born: string } {
    if (number === 'NONE') return { number: null, born };
    if (typeof number === 'object') return { number: number.written, born };
    const test = number === 'COORDINATION' ? testCoordinationNumber : (date: string): string => testPersonalNumber(asLocalDate(date), sex);
    for (let date = born; ; date = addDays(asLocalDate(date), 1)) {
      const found = test(date, sex);
      if (this.#numbers.has(found)) {
        if (id !== undefined) throw new Error(`${id} cannot be born on ${born}: the number is taken`);
        continue;
      }
      this.#numbers.add(found);
      return { number: found, born: date };
    }
  }

  guardian(guardian: string, child: string, from: string): void {
    this.files.relations.push({ person: guardian, related_person: child, kind: 'GUARDIAN', from: from });
  }

  household(one: string, other: string, from: string, until?: string): void {
    this.files.relations.push({ person: one, related_person: other, kind: 'HOUSEHOLD', from: from, until: until });
  }

  /** A case, assigned to one of the unit's caseworkers for as long as it is open. */
  case(person: string, unit: string, { kind = 'SUPPORT', opened, closed, caseworker }: CaseWishes): string {
    const id = `c-${String(this.files.cases.length + 1).padStart(4, '0')}`;
    this.files.cases.push({ external_id: id, person, unit, kind, opened_on: opened, closed_on: closed });
    const assigned = caseworker === undefined ? this.caseworker(unit) : caseworker;
    if (assigned !== null) this.assign(id, assigned, opened, closed);
    return id;
  }

  caseworker(unit: string): string {
    return this.dice.pick(this.#caseworkers.get(unit) ?? []);
  }

  assign(caseId: string, staff: string, from: string, until?: string | null): void {
    this.files.assignments.push({ external_id: this.#next('a', 'assignments'), case: caseId, staff, from: from, until: until });
  }

  /** `staff: null`: the unit takes part, nobody is named yet. */
  coHandling(caseId: string, unit: string, from: string, { until, role, staff }: { until?: string; role?: string; staff?: null } = {}): void {
    this.files.co_handlings.push({
      external_id: this.#next('h', 'co_handlings'), case: caseId, unit, staff: staff === null ? null : this.caseworker(unit), role, from: from, until: until,
    });
  }

  consent(person: string, unit: string, recipient: string | null, from: string, more: Row = {}): void {
    this.files.consents.push({
      external_id: this.#next('s', 'consents'), person, unit, purpose: 'NAMED_SHARING', scope: 'Namn och kontaktuppgifter i inventeringen',
      recipient_unit: recipient, how_given: 'WRITTEN', from: from, ...more,
    });
  }

  fact(person: string, unit: string, kind: string, from: string, until?: string | null, more: Row = {}): void {
    this.files.facts.push({ external_id: this.#next('f', 'facts'), person, unit, kind, from: from, until: until, ...more });
  }

  #next(prefix: string, file: FileKind): string {
    return `${prefix}-${String(this.files[file].length + 1).padStart(4, '0')}`;
  }
}

/** Birth date of who turns `age` on `date`. */
export function turning(age: number, date: string): LocalDate {
  return addYears(asLocalDate(date), -age);
}
