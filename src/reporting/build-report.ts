/**
 * The term inventory as a caller may have it: permission, rows in scope, masked, laid out. Every way out (workbook,
 * CSV, preview, GraphQL) is made from what comes back here, and from nothing else.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { termInventory, type TermInventoryRow } from '../../reports/term-inventory.ts';
import type { Caller } from '../access/permit.ts';
import { countInventory, type InventoryCounts } from '../inventory/counts.rules.ts';
import type { InventoryFrame } from '../inventory/inventory.model.ts';
import { readCandidates } from '../inventory/inventory.read.ts';
import { bornUntil } from '../inventory/inventory.rules.ts';
import { inventoryFrame } from '../inventory/inventory-term.rules.ts';
import { notFound } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import { writeCsvRows, writeCsvSheets } from '../sheet/csv.ts';
import { layOut, maskRow, type LaidOutSheet } from '../sheet/lay-out.rules.ts';
import { writeWorkbookApart } from '../sheet/workbook-thread.ts';
import type { WorkbookContent } from '../sheet/workbook.model.ts';
import { audiencesOf, inventoryScope, type InventoryScope } from './inventory-scope.rules.ts';
import { readOrganisationNames, type OrganisationNames } from './organisation.read.ts';
import { takeInventoryInSlices } from './take-inventory.ts';
import { countDefinitions, countSheet } from './term-inventory.counts.ts';
import { coverOf } from './term-inventory.cover.ts';
import { addressedRow, sheetOfBlock, type AddressedInventoryRow, type InventorySheet } from './term-inventory.rows.ts';

export interface TermInventoryQuestion {
  readonly caller: Caller;
  /** Under the caller's row policies. */
  readonly db: Kysely<unknown>;
  readonly routines: RoutineLibrary;
  readonly organisationKey: string;
  /** Such as `HT2026`. */
  readonly term: string;
  readonly asOf: LocalDate;
  /** RFC 3339 in UTC. */
  readonly now: string;
}

/** A row that the caller may see, masked: hidden values are null or words that say so. */
export interface ShownInventoryRow {
  readonly sheet: InventorySheet;
  readonly row: TermInventoryRow;
}

export interface TermInventoryReport {
  readonly definition: typeof termInventory;
  readonly exportId: string;
  readonly frame: InventoryFrame;
  readonly scope: InventoryScope;
  readonly rows: readonly ShownInventoryRow[];
  /** Null where the caller may not have them. */
  readonly counts: InventoryCounts | null;
  /** The whole file, cell by cell: what the workbook, the CSV and the preview are written from. */
  readonly content: WorkbookContent;
  /** Persons whose rows are in here, for the audit. */
  readonly personIds: readonly string[];
}

/** What the caller may see of an inventory, before it is laid out as a file. */
export interface ShownInventory {
  readonly frame: InventoryFrame;
  readonly scope: InventoryScope;
  readonly organisation: OrganisationNames;
  readonly addressed: readonly (AddressedInventoryRow & { readonly sheet: InventorySheet })[];
  readonly rows: readonly ShownInventoryRow[];
  readonly counts: InventoryCounts | null;
  readonly personIds: readonly string[];
}

/**
 * The inventory that `organisationKey` takes in `term`, as known on `asOf` and as the caller may see it.
 * @throws Fault NOT_FOUND (organisation), FORBIDDEN (no role for it), NO_INVENTORY, TERM_INVALID, TERM_BEFORE_ROUTINE,
 * AS_OF_BEFORE_ROUTINE
 */
export async function showTermInventory(question: Omit<TermInventoryQuestion, 'now'>): Promise<ShownInventory> {
  const { caller, db, routines, organisationKey, term, asOf } = question;
  const scope = inventoryScope(caller, organisationKey);
  const frame = inventoryFrame(caller.adoptedRoutines, routines, term, asOf);
  const organisation = await readOrganisationNames(db, caller.organisationId);
  if (organisation === undefined) throw notFound('organisation');
  const candidates = await readCandidates(db, {
    organisationId: caller.organisationId,
    givingUnits: frame.version.entry.transfer?.from ?? [],
    bornUntil: bornUntil(frame),
    snapshot: asOf,
  });
  const { rows } = await takeInventoryInSlices(candidates, frame);
  const shown = rows.filter(({ candidate }) => (candidate.own ? scope.own : scope.others));
  const names = namesByKey(organisation);
  const addressed = shown.map((row) => ({ sheet: sheetOfBlock[row.block], ...addressedRow(row, names, frame.routine) }));
  return {
    frame,
    scope,
    organisation,
    addressed,
    rows: addressed.map(({ sheet, ...row }) => ({ sheet, row: maskRow(termInventory, row) })),
    counts: scope.counts ? countInventory(rows, frame.term) : null,
    personIds: [...new Set(shown.map(({ candidate }) => candidate.personId))],
  };
}

/** {@link showTermInventory} as a file, cell by cell. */
export async function buildTermInventory(question: TermInventoryQuestion): Promise<TermInventoryReport> {
  const { caller, now } = question;
  const { frame, scope, organisation, addressed, rows, counts, personIds } = await showTermInventory(question);
  const givingUnits = frame.version.entry.transfer?.from ?? [];
  const givingIds = organisation.units.filter(({ key }) => givingUnits.includes(key)).map(({ id }) => id);
  const hasEarlyList = frame.inventory.earlyAge !== undefined;
  const sheets = scope.own || scope.others ? layOutSheets(addressed, audiencesOf(scope, givingIds), frame, hasEarlyList) : [];
  const exportId = randomUUID();
  const madeAt = localTime(now);
  return {
    definition: termInventory,
    exportId,
    frame,
    scope,
    rows,
    counts,
    content: {
      cover: coverOf({ caller, scope, organisation, frame, sheets, exportId, madeAt }),
      sheets,
      counts: counts === null ? [] : [countSheet(counts, namesByKey(organisation), frame.routine, hasEarlyList)],
      definitions: [
        ...sheets.map(({ name, description, title }) => ({ term: { sv: name, en: title.en }, meaning: description })),
        ...(counts === null ? [] : countDefinitions(hasEarlyList)),
      ],
      properties: { author: caller.displayName, exportId, madeAt },
    },
    personIds,
  };
}

function namesByKey({ units }: OrganisationNames): ReadonlyMap<string, string> {
  return new Map(units.map(({ key, name }) => [key, name]));
}

/** The report as `.xlsx`. */
export async function writeWorkbook({ content }: TermInventoryReport): Promise<Uint8Array> {
  return writeWorkbookApart(content);
}

/** The report's rows as CSV; where the caller has no rows, its counts per receiver, month and need. */
export function writeCsv({ content }: TermInventoryReport): string {
  if (content.sheets.length > 0) return writeCsvSheets(content.sheets);
  const table = content.counts[0]?.tables.at(-1);
  return writeCsvRows(table?.columns.map(({ label }) => label.sv) ?? [], table?.rows ?? []);
}

function layOutSheets(
  rows: readonly (AddressedInventoryRow & { readonly sheet: InventorySheet })[],
  audiences: ReturnType<typeof audiencesOf>,
  frame: InventoryFrame,
  hasEarlyList: boolean,
): readonly LaidOutSheet[] {
  const deadlines = frame.version.transfer?.deadlines.map(({ entry }) => entry) ?? [];
  const choice = {
    audiences,
    omit: [
      ...(deadlines.some(({ kind }) => kind === 'ADVISORY') ? [] : (['advisory'] as const)),
      ...(deadlines.some(({ doneBy }) => doneBy.kind === 'NOTICE_GIVEN') ? [] : (['notifiedOn'] as const)),
    ],
  };
  const keys: readonly InventorySheet[] = ['known', 'assessmentMissing', 'undetermined', ...(hasEarlyList ? (['early'] as const) : [])];
  return keys.map((key) => layOut(termInventory, key, rows.filter(({ sheet }) => sheet === key), choice));
}

function localTime(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
