/**
 * Imports case-load files into an organisation: reads them, plans the whole, and writes in one transaction or not at
 * all. Importing the same files again changes nothing. The audited actor is `system:import`.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { recordAudit } from '../database/audit.store.ts';
import { faultOf } from '../database/constraint-faults.ts';
import { openOrm } from '../database/orm.ts';
import { invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { FileKind } from './columns.model.ts';
import { findOrganisation, loadHoldings, userNamesElsewhere, writePlan } from './import.store.ts';
import { planAssignments, planCases, planCoHandlings } from './plan-cases.ts';
import { planFacts } from './plan-facts.ts';
import { planMemberships, planOrganisation, planStaff, planUnits, type Planning } from './plan-organisation.ts';
import { planConsents, planPersons, planRelations } from './plan-persons.ts';
import { Plan, type FileOutcome } from './plan.ts';
import { Problems, type Problem } from './problem.model.ts';
import { readRows, type PlacedRow, type ReadFile } from './read-rows.ts';
import { noteSpoiled, noteUnreadable, openRegistry } from './registry.ts';
import { readSource, type SourceFile } from './source-file.ts';

export interface ImportRequest {
  /** Login that works as the schema's owner. */
  readonly ownerUrl: string;
  readonly organisationKey: string;
  /** In any order; several of one kind count as one. */
  readonly files: readonly SourceFile[];
  /** Everything happens, and is taken back. */
  readonly dryRun?: boolean;
  /** Decides the century of numbers written with ten digits. */
  readonly today: LocalDate;
  /** The routines an organisation may adopt. */
  readonly routines: RoutineLibrary;
}

export interface ImportedFile extends FileOutcome {
  readonly file: string;
  readonly kind: FileKind;
}

/** Either `problems`, and nothing written; or none, and what each file brought. */
export interface ImportOutcome {
  readonly problems: readonly Problem[];
  readonly files: readonly ImportedFile[];
}

class TakenBack extends Error {}

/**
 * @throws Fault ORGANISATION_UNKNOWN where the organisation neither exists nor comes with the files; CONFLICT where
 * somebody else's write of the same moment collides
 */
export async function importFiles(request: ImportRequest): Promise<ImportOutcome> {
  const problems = new Problems();
  const read: ReadFile[] = [];
  for (const source of request.files) {
    const table = await readSource(source, problems);
    const file = table === undefined ? undefined : readRows(table, request.today, problems);
    if (file !== undefined) read.push(file);
  }
  const orm = await openOrm({ url: request.ownerUrl, entities: [], poolSize: 1 });
  let outcome: ImportOutcome = { problems: [], files: [] };
  try {
    await orm.em.fork().transactional(async (em) => {
      outcome = await importRead(em.getKysely<unknown>(), request, read, problems);
      if (request.dryRun === true || outcome.problems.length > 0) throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw faultOf(error) ?? error;
  } finally {
    await orm.close();
  }
  return outcome;
}

async function importRead(db: Kysely<unknown>, request: ImportRequest, read: readonly ReadFile[], problems: Problems): Promise<ImportOutcome> {
  const organisationId = await findOrganisation(db, request.organisationKey);
  if (organisationId === undefined && !read.some(({ kind }) => kind === 'organisations')) {
    throw invalid('ORGANISATION_UNKNOWN', 'organisation', {
      sv: 'Organisationen finns inte. Lägg till filerna organisations, units, staff och memberships.',
      en: 'The organisation does not exist. Add the files organisations, units, staff and memberships.',
    });
  }
  const plan = new Plan(await loadHoldings(db, organisationId), problems);
  const registry = openRegistry(plan, problems);
  if (read.length < request.files.length) noteUnreadable(registry);
  planRows({ plan, registry, problems, organisationKey: request.organisationKey, routines: request.routines }, read);
  await checkUserNames(db, organisationId, read, problems);
  plan.checkCollisions();
  const found = problems.list();
  if (found.length > 0) return { problems: found, files: [] };
  const owner = await writePlan(db, plan, organisationId);
  const files = read.map(({ file, kind }) => ({ file, kind, ...plan.outcomeOf(file) }));
  await audit(db, request, owner, files);
  return { problems: [], files };
}

function planRows(planning: Planning, read: readonly ReadFile[]): void {
  for (const file of read) noteSpoiled(planning.registry, file);
  const of = <K extends FileKind>(kind: K): readonly PlacedRow<K>[] =>
    read.filter((file): file is ReadFile<K> => file.kind === kind).flatMap(({ rows }) => rows);
  planOrganisation(planning, of('organisations'));
  planUnits(planning, of('units'), latestRoutine(planning));
  planStaff(planning, of('staff'));
  planMemberships(planning, of('memberships'));
  planPersons(planning, of('persons'));
  planRelations(planning, of('relations'));
  planCases(planning, of('cases'));
  planAssignments(planning, of('assignments'));
  planCoHandlings(planning, of('co_handlings'));
  planConsents(planning, of('consents'));
  planFacts(planning, of('facts'));
}

function latestRoutine({ plan }: Planning): string | undefined {
  const all = [...plan.held('adopted_routine'), ...plan.writes('adopted_routine', 'new')];
  const open = all.reduce<(typeof all)[number] | undefined>((latest, row) => (latest === undefined || String(row.values.valid_from) > String(latest.values.valid_from) ? row : latest), undefined);
  return open === undefined ? undefined : String(open.values.routine);
}

async function checkUserNames(db: Kysely<unknown>, organisationId: string | undefined, read: readonly ReadFile[], problems: Problems): Promise<void> {
  const staff = read.filter((file): file is ReadFile<'staff'> => file.kind === 'staff').flatMap(({ rows }) => rows);
  if (staff.length === 0) return;
  const taken = await userNamesElsewhere(db, organisationId, staff.map(({ row }) => row.user_name));
  for (const { place, row } of staff) {
    if (taken.has(row.user_name)) problems.add(place, 'user_name', 'USER_NAME_TAKEN', 'Användarnamnet är redan någon annans.', 'The user name is already taken.');
  }
}

/** A row per file that wrote something; a file that changed nothing leaves nothing. */
async function audit(db: Kysely<unknown>, { files: sources }: ImportRequest, organisationId: string, files: readonly ImportedFile[]): Promise<void> {
  const requestId = randomUUID();
  for (const { file, kind, counts, personIds } of files) {
    if (counts.new + counts.changed === 0) continue;
    const content = sources.find(({ name }) => name === file)?.content ?? new Uint8Array();
    await recordAudit(
      db,
      { organisationId, actorId: null, actor: 'system:import', requestId, purpose: 'CASE_LOAD_IMPORT' },
      {
        operation: 'import',
        outcome: 'WRITTEN',
        objectType: kind,
        personIds,
        details: { ...counts, sha256: createHash('sha256').update(content).digest('hex') },
      },
    );
  }
}
