/** `npm run --silent inventory -- --organisation KEY --term HT2026 --as USER --out FILE.xlsx`: a user's inventory as a file. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openOrm } from '../database/orm.ts';
import { entities } from '../entities.ts';
import { systemClock } from '../kernel/clock.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { Fault } from '../kernel/faults.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { openPreparedDatabase } from '../prepared-database.ts';
import { exportTermInventory, reportFormats, type ReportFormat } from '../reporting/export-report.usecase.ts';
import { RequestScope } from '../request/request-scope.ts';
import { loadRoutines } from '../routine/routine.loader.ts';
import { runCommand } from './command.ts';

const usage = `usage: npm run --silent inventory -- --organisation KEY --term HT2026 --as USER --out FILE.xlsx [--as-of YYYY-MM-DD]
  FILE  .xlsx or .csv; holds what USER may see, and is audited as USER's`;

interface Wishes {
  readonly organisation: string;
  readonly term: string;
  readonly userName: string;
  readonly path: string;
  readonly format: ReportFormat;
  readonly asOf: LocalDate | null;
}

/** 0: the file is written. 1: refused, with the reason in Swedish, then English. */
await runCommand('inventory', async (args) => {
  const wishes = readWishes(args);
  const config = readConfig();
  const cluster = await openPreparedDatabase(config, { info: () => undefined, warn: (line) => { console.error(line); } });
  const orm = await openOrm({ url: cluster.appUrl, entities, poolSize: 1 });
  try {
    const clock = systemClock(config.today ?? undefined);
    const today = clock.today();
    const scope = new RequestScope({
      orm, userName: wishes.userName, today, requestId: randomUUID(), purpose: 'TERM_INVENTORY', operation: 'report.term-inventory',
    });
    const { content } = await exportTermInventory(scope, {
      routines: loadRoutines(), organisationKey: wishes.organisation, term: wishes.term, asOf: wishes.asOf ?? today, now: clock.now(), format: wishes.format,
    });
    await write(wishes.path, content);
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, path, message } = error.details;
    console.error([path === undefined ? code : `${code} (${path})`, message.sv, message.en].join('\n  '));
    return 1;
  } finally {
    await orm.close();
    await cluster.close();
  }
});

function readWishes(args: readonly string[]): Wishes {
  const text = { type: 'string' } as const;
  const values = parsed(() => parseArgs({ args: [...args], options: { organisation: text, term: text, as: text, out: text, 'as-of': text } }).values);
  const { organisation, term, as: userName, out: path, 'as-of': day } = values;
  if (organisation === undefined || term === undefined || userName === undefined || path === undefined) throw new ConfigurationFault(usage);
  const format = reportFormats.find((known) => `.${known}` === extname(path).toLowerCase());
  if (format === undefined) throw new ConfigurationFault(`--out must end in .xlsx or .csv: ${path}`);
  const asOf = day === undefined ? null : parseLocalDate(day);
  if (asOf === undefined) throw new ConfigurationFault(`--as-of must be a date such as 2026-11-22: ${day ?? ''}`);
  return { organisation, term, userName, path, format, asOf };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new ConfigurationFault(usage);
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { mode: 0o600 });
  } catch {
    throw new ConfigurationFault(`cannot write the file ${path}`);
  }
}
