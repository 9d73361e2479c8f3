/** The reports of the demonstration as its users get them, on a database of their own. */
import { randomUUID } from 'node:crypto';
import { openOrm } from '../../src/database/orm.ts';
import { entities } from '../../src/entities.ts';
import { loadDemonstration } from '../../src/import/demonstration.usecase.ts';
import type { Candidate } from '../../src/inventory/inventory.model.ts';
import { readCandidates } from '../../src/inventory/inventory.read.ts';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { buildTermInventory, writeCsv, writeWorkbook, type TermInventoryReport } from '../../src/reporting/build-report.ts';
import { exportTermInventory, type ExportedFile } from '../../src/reporting/export-report.usecase.ts';
import { RequestScope } from '../../src/request/request-scope.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { createTestDatabase } from '../support/database.ts';

export interface Reports {
  readonly appUrl: string;
  readonly superuserUrl: string;
  /** The inventory of the user's own organisation, or of the one named. */
  build(userName: string, term: string, asOf: string, organisation?: string): Promise<TermInventoryReport>;
  workbook(userName: string, term: string, asOf: string): Promise<Uint8Array>;
  csv(userName: string, term: string, asOf: string): Promise<string>;
  /** What the database itself hands out to the user, before any rule of the program. */
  candidates(userName: string): Promise<Candidate[]>;
  /** As it leaves the house: audited. */
  export(userName: string, term: string, asOf: string): Promise<ExportedFile>;
  close(): Promise<void>;
}

/** Loads the demonstration. Close it after use. */
export async function openReports(): Promise<Reports> {
  const database = await createTestDatabase();
  await loadDemonstration(database.ownerUrl);
  const orm = await openOrm({ url: database.appUrl, entities });
  const routines = loadRoutines();
  const now = '2026-11-22T09:14:33.000Z';
  const scopeOf = (userName: string, asOf: string): RequestScope =>
    new RequestScope({ orm, userName, today: asLocalDate(asOf), requestId: randomUUID(), purpose: 'TEST', operation: 'termInventory' });
  const build: Reports['build'] = async (userName, term, asOf, organisation = userName.split('.')[0] ?? '') => {
    const scope = scopeOf(userName, asOf);
    try {
      const caller = await scope.caller();
      return await scope.read((db) => buildTermInventory({
        caller, db, routines, organisationKey: organisation, term, asOf: asLocalDate(asOf), now,
      }));
    } finally {
      await scope.abandon();
    }
  };
  return {
    appUrl: database.appUrl,
    superuserUrl: database.superuserUrl,
    build,
    workbook: async (...question) => writeWorkbook(await build(...question)),
    csv: async (...question) => writeCsv(await build(...question)),
    candidates: async (userName) => {
      const scope = scopeOf(userName, '2026-11-22');
      try {
        const { organisationId } = await scope.caller();
        return await scope.read((db) => readCandidates(db, {
          organisationId, givingUnits: ['CHILD_YOUTH', 'YOUTH'], bornUntil: asLocalDate('2026-11-22'), snapshot: asLocalDate('2026-11-22'),
        }));
      } finally {
        await scope.abandon();
      }
    },
    export: async (userName, term, asOf) =>
      exportTermInventory(scopeOf(userName, asOf), {
        routines, organisationKey: userName.split('.')[0] ?? '', term, asOf: asLocalDate(asOf), now, format: 'xlsx',
      }),
    close: async () => {
      await orm.close();
      await database.drop();
    },
  };
}
