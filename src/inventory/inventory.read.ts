/** The open cases that may be due, in one statement; the database decides which identities come along. */
import { sql, type Kysely } from 'kysely';
import { asLocalDate } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { DecidingFactRow } from '../caseload/caseload.model.ts';
import { factOf } from '../caseload/responsibility.rules.ts';
import type { UnitKey } from '../routine/vocabulary.model.ts';
import { needCategories, type Candidate, type CandidateFact } from './inventory.model.ts';

export interface CandidateQuestion {
  readonly organisationId: string;
  readonly givingUnits: readonly UnitKey[];
  /** No candidate is born later. */
  readonly bornUntil: LocalDate;
  /** Cases open on this day. */
  readonly snapshot: LocalDate;
}

/** A fact as the statement hands it over: with the needs of an assessment, null for facts without. */
type FactRow = readonly [...fact: DecidingFactRow, needCategories: readonly string[] | null];

interface CandidateRow {
  readonly case_id: string;
  readonly person_id: string;
  readonly reference: string;
  readonly unit_key: string;
  readonly own: boolean;
  readonly named: boolean;
  readonly protection: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly number: string | null;
  readonly birth_date: string | null;
  readonly born: string;
  readonly deceased_on: string | null;
  readonly caseworker: string | null;
  readonly consent_given: boolean;
  /** Null where nothing is known. */
  readonly facts: readonly FactRow[] | null;
}

/** Open cases at the giving units that the caller may list or count, old enough to be due. */
export async function readCandidates(db: Kysely<unknown>, question: CandidateQuestion): Promise<Candidate[]> {
  const { organisationId, givingUnits, bornUntil, snapshot } = question;
  const { rows } = await sql<CandidateRow>`
    select case_id, person_id, reference, unit_key, own, named, protection, given_name, family_name, number,
      birth_date::text, born, deceased_on::text, caseworker, consent_given, facts
    from access.inventory_candidates(${organisationId}::uuid, ${[...givingUnits]}::text[], ${bornUntil}::date, ${snapshot}::date)
  `.execute(db);
  return rows.map(candidateFrom);
}

function candidateFrom(row: CandidateRow): Candidate {
  return {
    caseId: row.case_id,
    personId: row.person_id,
    reference: row.reference,
    unit: row.unit_key,
    own: row.own,
    named: row.named,
    isProtected: row.protection !== 'NONE',
    givenName: row.given_name,
    familyName: row.family_name,
    number: row.number,
    birthDate: row.birth_date === null ? null : asLocalDate(row.birth_date),
    born: row.born,
    deceasedOn: row.deceased_on === null ? null : asLocalDate(row.deceased_on),
    caseworker: row.caseworker,
    hasConsent: row.consent_given,
    facts: row.facts?.flatMap(factsFrom) ?? [],
  };
}

function factsFrom([kind, from, until, known, visible, unit, more, named]: FactRow): CandidateFact[] {
  const facts = factOf([kind, from, until, known, visible, unit, more]);
  if (named === null) return facts;
  const categories = needCategories.filter((category) => named.includes(category));
  return facts.map((fact) => ({ ...fact, needCategories: categories }));
}
