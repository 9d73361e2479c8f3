/** The tables that the import writes: their columns, what names a row, what may change, and what may not collide. */
import type { Bilingual } from '../kernel/text.ts';

export type Value = string | boolean | null | readonly string[];

/** A row of a table by its column names; dates as text. */
export type Values = Readonly<Record<string, Value>>;

export interface Collision {
  /** Rows that agree in these columns may not share a day, or, without a period, may not both be. */
  readonly columns: readonly string[];
  readonly period?: readonly [from: string, until: string];
  readonly except?: (row: Values) => boolean;
  /** Column of the file that the problem names. */
  readonly at: string;
  readonly code: string;
  readonly message: Bilingual;
}

export interface Target {
  readonly columns: Readonly<Record<string, 'uuid' | 'text' | 'date' | 'boolean' | 'text[]'>>;
  /** What names a row within the organisation. */
  readonly key: readonly string[];
  /** The file may change these on a later import; it may not change the others. */
  readonly changeable: readonly string[];
  /** Given to a new row by the program; later imports leave them. */
  readonly given?: readonly string[];
  readonly versioned?: boolean;
  readonly collisions?: readonly Collision[];
}

const period = { valid_from: 'date', valid_until: 'date' } as const;
const validity = ['valid_from', 'valid_until'] as const;
const named = { external_id: 'text' } as const;

function overlap(columns: readonly string[], at: string, code: string, sv: string, en: string, more: Partial<Collision> = {}): Collision {
  return { columns, period: validity, at, code, message: { sv, en }, ...more };
}

function twice(columns: readonly string[], at: string, code: string, sv: string, en: string): Collision {
  return { columns, except: (row) => row[columns[0] ?? ''] === null, at, code, message: { sv, en } };
}

/** In the order in which rows refer to each other. */
export const targets = {
  organisation: {
    columns: { key: 'text', name: 'text', municipality_code: 'text' },
    key: ['key'],
    changeable: ['name', 'municipality_code'],
  },
  adopted_routine: {
    columns: { routine: 'text', ...period },
    key: ['valid_from'],
    changeable: ['valid_until'],
  },
  department: { columns: { key: 'text', name: 'text' }, key: ['key'], changeable: ['name'] },
  unit: {
    columns: { ...named, department_id: 'uuid', key: 'text', name: 'text', board: 'text' },
    key: ['external_id'],
    changeable: ['department_id', 'name', 'board'],
    collisions: [twice(['key'], 'key', 'UNIT_KEY_TWICE', 'Två enheter har samma nyckel.', 'Two units have the same key.')],
  },
  staff: {
    columns: { ...named, user_name: 'text', display_name: 'text' },
    key: ['external_id'],
    changeable: ['user_name', 'display_name'],
    collisions: [twice(['user_name'], 'user_name', 'USER_NAME_TAKEN', 'Användarnamnet är redan någon annans.', 'The user name is already taken.')],
  },
  membership: {
    columns: { staff_id: 'uuid', unit_id: 'uuid', department_id: 'uuid', role: 'text', ...period },
    key: ['staff_id', 'unit_id', 'department_id', 'role', 'valid_from'],
    changeable: ['valid_until'],
    collisions: [overlap(['staff_id', 'unit_id', 'department_id', 'role'], 'from', 'MEMBERSHIP_OVERLAP', 'Medarbetaren har redan rollen där under en del av tiden.', 'The member of staff already has the role there for part of the time.')],
  },
  person: {
    columns: {
      ...named, number_kind: 'text', number: 'text', born: 'text', given_name: 'text', family_name: 'text', protection: 'text', deceased_on: 'date',
    },
    key: ['external_id'],
    changeable: ['number_kind', 'number', 'born', 'given_name', 'family_name', 'protection', 'deceased_on'],
    versioned: true,
    collisions: [twice(['number'], 'personal_number', 'PERSONAL_NUMBER_TWICE', 'Numret är redan en annan persons.', 'The number is already that of another person.')],
  },
  relation: {
    columns: { person_id: 'uuid', related_person_id: 'uuid', kind: 'text', ...period },
    key: ['person_id', 'related_person_id', 'kind', 'valid_from'],
    changeable: ['valid_until'],
    collisions: [overlap(['person_id', 'related_person_id', 'kind'], 'from', 'RELATION_OVERLAP', 'Relationen är redan registrerad för en del av tiden.', 'The relation is already recorded for part of the time.')],
  },
  case_record: {
    columns: { ...named, reference: 'text', person_id: 'uuid', unit_id: 'uuid', kind: 'text', opened_on: 'date', closed_on: 'date' },
    key: ['external_id'],
    changeable: ['closed_on'],
    given: ['reference'],
    versioned: true,
    collisions: [overlap(['person_id', 'unit_id', 'kind'], 'opened_on', 'CASE_ALREADY_OPEN', 'Enheten har redan ett ärende av samma slag för personen under en del av tiden.', 'The unit already has a case of this kind for the person during part of the time.', { period: ['opened_on', 'closed_on'] })],
  },
  case_responsibility: {
    columns: { case_id: 'uuid', kind: 'text', unit_id: 'uuid', ...period },
    key: ['case_id', 'kind', 'valid_from'],
    changeable: ['valid_until'],
  },
  case_assignment: {
    columns: { ...named, case_id: 'uuid', staff_id: 'uuid', ...period },
    key: ['external_id'],
    changeable: ['valid_until'],
    collisions: [overlap(['case_id'], 'from', 'ASSIGNMENT_OVERLAP', 'Ärendet har redan en ansvarig handläggare under en del av tiden.', 'The case already has a responsible caseworker during part of the time.')],
  },
  co_handling: {
    columns: { ...named, case_id: 'uuid', case_unit_id: 'uuid', person_id: 'uuid', unit_id: 'uuid', staff_id: 'uuid', role: 'text', ...period },
    key: ['external_id'],
    changeable: ['staff_id', 'valid_until'],
    versioned: true,
    collisions: [overlap(['case_id', 'unit_id'], 'from', 'CO_HANDLING_OVERLAP', 'Enheten medverkar redan i ärendet under en del av tiden.', 'The unit already takes part in the case during part of the time.')],
  },
  consent: {
    columns: { ...named, person_id: 'uuid', unit_id: 'uuid', purpose: 'text', scope: 'text', recipient_unit_id: 'uuid', how_given: 'text', ...period, withdrawn_on: 'date' },
    key: ['external_id'],
    changeable: ['valid_until', 'withdrawn_on'],
    versioned: true,
  },
  fact: {
    columns: {
      ...named, person_id: 'uuid', unit_id: 'uuid', kind: 'text', ...period, known: 'boolean', placed_by_foster_care_service: 'boolean',
      outcome: 'text', receiving_unit_id: 'uuid', value: 'text', need_categories: 'text[]', at_risk: 'boolean', diagnosis_documented: 'boolean',
    },
    key: ['external_id'],
    changeable: [
      'valid_until', 'known', 'placed_by_foster_care_service', 'outcome', 'receiving_unit_id', 'value', 'need_categories', 'at_risk', 'diagnosis_documented',
    ],
    versioned: true,
    collisions: [overlap(['person_id', 'unit_id', 'kind'], 'from', 'FACT_OVERLAP', 'Enheten har redan registrerat en sådan uppgift för en del av tiden.', 'The unit has already recorded such a fact for part of the time.', { except: (row) => row.kind === 'TRANSFER_OUTCOME' || row.kind === 'NOTICE_GIVEN' })],
  },
  managers_agreement: {
    columns: {
      person_id: 'uuid', proposed_by_unit_id: 'uuid', counterpart_unit_id: 'uuid', agreed_unit_id: 'uuid', matter_type: 'text', reason: 'text', ...period,
    },
    key: ['person_id', 'proposed_by_unit_id', 'counterpart_unit_id', 'agreed_unit_id', 'matter_type', 'valid_from'],
    changeable: ['valid_until', 'reason'],
    versioned: true,
  },
  managers_approval: {
    columns: { agreement_id: 'uuid', unit_id: 'uuid', staff_id: 'uuid' },
    key: ['agreement_id', 'unit_id'],
    changeable: [],
  },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as TargetName[];
