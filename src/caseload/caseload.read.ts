/** Persons and cases in one statement each, as far as the selection goes. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { runCompiled, slot } from '../database/compiled-statement.ts';
import type { CaseRecord, CaseSelection, PersonRecord, PersonSelection } from './caseload.model.ts';
import { caseJson, decidingTable, effective, entered, personJson } from './caseload.sql.ts';

/** A page of a list: at most `first` after the cursor. */
export interface Page<Cursor> {
  readonly first: number;
  readonly after: Cursor | null;
}

/** Place in the list of cases: newest first. */
export interface CaseCursor {
  readonly openedOn: string;
  readonly id: string;
}

/** Place in the list of persons: by name in Swedish order, the protected first, by nothing that tells of them. */
export interface PersonCursor {
  readonly familyName: string;
  readonly givenName: string;
  readonly id: string;
}

export interface CaseFilter {
  readonly unitId?: string;
  /** true: open today; false: closed. */
  readonly open?: boolean;
}

const enteredByUnit = entered(sql`p`, sql`e`);

/** The records of a statement that selects them as `record`. */
export async function rowsOf<T>(db: Kysely<unknown>, statement: RawBuilder<{ record: T }>): Promise<T[]> {
  const { rows } = await statement.execute(db);
  return rows.map((row) => row.record);
}

interface Found<T> {
  readonly record: T;
}

type Values = Readonly<Record<string, unknown>>;

async function casesOf(
  db: Kysely<unknown>,
  [kind, page]: readonly [kind: readonly unknown[], page: () => RawBuilder<unknown>],
  selection: CaseSelection,
  values: Values,
): Promise<CaseRecord[]> {
  const found = await runCompiled(db, ['cases', kind, selection], values, () => sql<Found<CaseRecord>>`
    with page as materialized (${page()})
    ${decidingTable(selection.person, sql`array(select person_id from page)`)}
    select ${caseJson(selection)} as record from page c join unit u on u.id = c.unit_id
    ${selection.person === undefined ? sql`` : sql`join person p on p.id = c.person_id ${enteredByUnit}`}
    order by c.opened_on desc, c.id desc`);
  return found.map(({ record }) => record);
}

/** Cases by id; the ones that the caller may not see are left out. */
export async function readCases(db: Kysely<unknown>, ids: readonly string[], selection: CaseSelection): Promise<CaseRecord[]> {
  return casesOf(db, [['ids'], () => sql`select * from case_record where id = any (${slot('ids')}::uuid[])`], selection, { ids });
}

/** A page of cases, newest first; one more than `first` tells that there are others. */
export async function readCasePage(
  db: Kysely<unknown>,
  { unitId, open }: CaseFilter,
  { first, after }: Page<CaseCursor>,
  selection: CaseSelection,
): Promise<CaseRecord[]> {
  const page = (): RawBuilder<unknown> => {
    const unit = unitId === undefined ? sql`` : sql`and unit_id = ${slot('unitId')}`;
    const state = open === undefined ? sql`` : open ? sql`and closed_on is null` : sql`and closed_on is not null`;
    const beyond = after === null ? sql`` : sql`and (opened_on, id) < (${slot('openedOn')}::date, ${slot('id')}::uuid)`;
    return sql`select * from case_record where true ${unit} ${state} ${beyond} order by opened_on desc, id desc limit ${slot('limit')}`;
  };
  const kind = ['page', unitId !== undefined, open ?? null, after !== null];
  return casesOf(db, [kind, page], selection, { unitId, ...after, limit: first + 1 });
}

async function personsOf(
  db: Kysely<unknown>,
  [kind, page]: readonly [kind: readonly unknown[], page: () => RawBuilder<unknown>],
  selection: PersonSelection,
  values: Values,
): Promise<PersonRecord[]> {
  const found = await runCompiled(db, ['persons', kind, selection], values, () => sql<Found<PersonRecord>>`
    with page as materialized (${page()})
    ${decidingTable(selection, sql`array(select id from page)`)}
    select ${personJson(selection)} as record from page p ${enteredByUnit} order by p.sort_family, p.sort_given, p.id`);
  return found.map(({ record }) => record);
}

/** Persons with the name that the caller reads, to sort by: nothing where it is protected. */
const sorted = sql`select p.*,
    case when n.protection = 'NONE' then n.family_name else '' end as sort_family,
    case when n.protection = 'NONE' then n.given_name else '' end as sort_given
  from person p
  left join (
    select distinct on (r.person_id) r.*, not exists (select from case_record c where c.person_id = r.person_id) as alone
    from person_registration r order by r.person_id, r.registered_at
  ) as e on e.person_id = p.id
  cross join lateral (select ${effective('protection', sql`p`, sql`e`)} as protection,
    ${effective('family_name', sql`p`, sql`e`)} as family_name, ${effective('given_name', sql`p`, sql`e`)} as given_name) as n`;

/** Persons by id; the ones that the caller may not see are left out. */
export async function readPersons(
  db: Kysely<unknown>,
  ids: readonly string[],
  selection: PersonSelection,
): Promise<PersonRecord[]> {
  const page = (): RawBuilder<unknown> =>
    sql`select *, '' as sort_family, '' as sort_given from person where id = any (${slot('ids')}::uuid[])`;
  return personsOf(db, [['ids'], page], selection, { ids });
}

/** A page of the persons that the caller may see, by name; the protected, whose names are hidden, come first and by id. */
export async function readPersonPage(
  db: Kysely<unknown>,
  { first, after }: Page<PersonCursor>,
  selection: PersonSelection,
): Promise<PersonRecord[]> {
  const page = (): RawBuilder<unknown> => {
    const beyond =
      after === null
        ? sql``
        : sql`where (sort_family, sort_given, id) > (${slot('familyName')}, ${slot('givenName')}, ${slot('id')}::uuid)`;
    return sql`select * from (${sorted}) as listed ${beyond} order by sort_family, sort_given, id limit ${slot('limit')}`;
  };
  return personsOf(db, [['page', after !== null], page], selection, { ...after, limit: first + 1 });
}
