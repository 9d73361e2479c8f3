/** Co-handlings and managers' agreements, with the case or the person they are about as far as the caller sees it. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import type { AgreementRecord, CaseSelection, CoHandlingRecord, PersonSelection } from './caseload.model.ts';
import { rowsOf, type Page } from './caseload.read.ts';
import {
  agreementJoins, agreementJson, caseJson, coHandlingJoins, coHandlingJson, decidingTable, entered, personJson,
} from './caseload.sql.ts';
import type { AboutPerson } from './part.read.ts';

/** Place in a list by first day, newest first. */
export interface FromCursor {
  readonly from: string;
  readonly id: string;
}

type Selection<T> = T | undefined;

async function coHandlingsOf(
  db: Kysely<unknown>,
  page: RawBuilder<unknown>,
  selection: Selection<CaseSelection>,
): Promise<AboutPerson<CoHandlingRecord>[]> {
  const itsCase = selection === undefined ? undefined : sql`case when c.id is not null then ${caseJson(selection)} end`;
  const joins = selection === undefined
    ? sql``
    : sql`left join case_record c on c.id = h.case_id left join unit u on u.id = c.unit_id
      left join person p on p.id = c.person_id ${entered(sql`p`, sql`e`)}`;
  return rowsOf(
    db,
    sql<{ record: AboutPerson<CoHandlingRecord> }>`
      with page as materialized (${page})
      ${decidingTable(selection?.person, sql`array(select person_id from page)`)}
      select json_build_object('personId', h.person_id, 'record', ${coHandlingJson(itsCase)}) as record
      from page h ${coHandlingJoins} ${joins} order by h.valid_from desc, h.id desc`,
  );
}

/** Co-handlings by id. */
export async function readCoHandlings(
  db: Kysely<unknown>,
  ids: readonly string[],
  selection: Selection<CaseSelection>,
): Promise<AboutPerson<CoHandlingRecord>[]> {
  return coHandlingsOf(db, sql`select * from co_handling where id = any (${[...ids]}::uuid[])`, selection);
}

export interface CoHandlingFilter {
  /** Units that take part in others' cases. */
  readonly unitIds: readonly string[];
  /** true: in force on the day; false: over by then. */
  readonly inForce?: boolean;
  readonly on: LocalDate;
}

/** A page of the cases that others have and the units take part in; one more than `first` tells that there are others. */
export async function readCoHandlingPage(
  db: Kysely<unknown>,
  { unitIds, inForce, on }: CoHandlingFilter,
  { first, after }: Page<FromCursor>,
  selection: Selection<CaseSelection>,
): Promise<AboutPerson<CoHandlingRecord>[]> {
  const current = sql`(valid_until is null or valid_until > ${on})`;
  const chosen = inForce === undefined ? sql`` : inForce ? sql`and ${current} and valid_from <= ${on}` : sql`and not ${current}`;
  const beyond = after === null ? sql`` : sql`and (valid_from, id) < (${after.from}::date, ${after.id}::uuid)`;
  return coHandlingsOf(
    db,
    sql`select * from co_handling where unit_id = any (${[...unitIds]}::uuid[]) ${chosen} ${beyond}
      order by valid_from desc, id desc limit ${first + 1}`,
    selection,
  );
}

async function agreementsOf(
  db: Kysely<unknown>,
  page: RawBuilder<unknown>,
  selection: Selection<PersonSelection>,
): Promise<AboutPerson<AgreementRecord>[]> {
  const itsPerson = selection === undefined ? undefined : sql`case when p.id is not null then ${personJson(selection)} end`;
  const joins = selection === undefined ? sql`` : sql`left join person p on p.id = g.person_id ${entered(sql`p`, sql`e`)}`;
  return rowsOf(
    db,
    sql<{ record: AboutPerson<AgreementRecord> }>`
      with page as materialized (${page})
      ${decidingTable(selection, sql`array(select person_id from page)`)}
      select json_build_object('personId', g.person_id, 'record', ${agreementJson(itsPerson)}) as record
      from page g ${agreementJoins} ${joins} order by g.valid_from desc, g.id desc`,
  );
}

/** Managers' agreements by id. */
export async function readAgreements(
  db: Kysely<unknown>,
  ids: readonly string[],
  selection: Selection<PersonSelection>,
): Promise<AboutPerson<AgreementRecord>[]> {
  return agreementsOf(db, sql`select * from managers_agreement where id = any (${[...ids]}::uuid[])`, selection);
}

/** A page of the agreements that units of the caller have made or are asked to approve. */
export async function readAgreementPage(
  db: Kysely<unknown>,
  { awaitingApproval }: { readonly awaitingApproval?: boolean },
  { first, after }: Page<FromCursor>,
  selection: Selection<PersonSelection>,
): Promise<AboutPerson<AgreementRecord>[]> {
  const awaiting = sql`(select count(*) from managers_approval v where v.agreement_id = g.id) < 2`;
  const chosen = awaitingApproval === undefined ? sql`` : awaitingApproval ? sql`and ${awaiting}` : sql`and not ${awaiting}`;
  const beyond = after === null ? sql`` : sql`and (valid_from, id) < (${after.from}::date, ${after.id}::uuid)`;
  return agreementsOf(
    db,
    sql`select * from managers_agreement g where true ${chosen} ${beyond} order by valid_from desc, id desc limit ${first + 1}`,
    selection,
  );
}
