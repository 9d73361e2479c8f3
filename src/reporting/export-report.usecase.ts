/** Takes the term inventory out of the house as a file: built, written, and audited before it leaves. */
import { Fault } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { RequestScope } from '../request/request-scope.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import { buildTermInventory, writeCsv, writeWorkbook } from './build-report.ts';

export const reportFormats = ['xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ExportQuestion {
  readonly routines: RoutineLibrary;
  readonly organisationKey: string;
  readonly term: string;
  readonly asOf: LocalDate;
  /** RFC 3339 in UTC. */
  readonly now: string;
  readonly format: ReportFormat;
}

export interface ExportedFile {
  /** Says what it is, and nothing of any person. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly exportId: string;
}

const operation = 'report.term-inventory';
const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/**
 * The file, audited as EXPORTED with the persons in it; a refusal is audited as REFUSED.
 * @throws Fault as {@link buildTermInventory}
 */
export async function exportTermInventory(scope: RequestScope, question: ExportQuestion): Promise<ExportedFile> {
  const { format, organisationKey, term, asOf } = question;
  try {
    const caller = await scope.caller();
    const report = await scope.read((db) => buildTermInventory({ ...question, caller, db }));
    await scope.finish();
    const content = format === 'xlsx' ? await writeWorkbook(report) : new TextEncoder().encode(writeCsv(report));
    await scope.record({
      operation,
      outcome: 'EXPORTED',
      objectType: 'report',
      objectId: report.exportId,
      personIds: report.personIds,
      ruleIds: report.frame.inventory.ids,
      details: { format, term, asOf, organisation: organisationKey, rows: report.rows.length, persons: report.personIds.length, counts: report.counts !== null },
    });
    return { name: `inventering-${organisationKey}-${term}-${asOf}.${format}`, mediaType: mediaTypes[format], content, exportId: report.exportId };
  } catch (error) {
    await scope.abandon();
    if (error instanceof Fault) await scope.recordRefusal(operation, error);
    throw error;
  }
}
