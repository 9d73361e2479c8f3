/** `npm run --silent import -- --organisation KEY FILE…`: loads a case-load export (contract section 5). */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { describeColumns } from '../import/column-guide.ts';
import { importFiles, type ImportOutcome } from '../import/import-files.usecase.ts';
import type { SourceFile } from '../import/source-file.ts';
import { systemClock } from '../kernel/clock.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { Fault } from '../kernel/faults.ts';
import { openPreparedDatabase } from '../prepared-database.ts';
import { loadRoutines } from '../routine/routine.loader.ts';
import { runCommand } from './command.ts';

const usage = `usage: npm run --silent import -- --organisation KEY FILE… [--dry-run]
  FILE  UTF-8 CSV (comma or semicolon) or .xlsx, one per kind, recognised by its columns (--help lists them)
Nothing is written unless every file is wholly valid. A new organisation needs a file of organisations.`;

interface Wishes {
  readonly organisation: string;
  readonly dryRun: boolean;
  readonly paths: readonly string[];
}

/** 0: everything was written (or could be, with --dry-run). 1: nothing was written; the bad rows are listed. */
await runCommand('import', async (args) => {
  const wishes = readWishes(args);
  if (wishes === 'HELP') {
    console.log(`${usage}\n\n${describeColumns()}`);
    return 0;
  }
  const { organisation, dryRun, paths } = wishes;
  const files = await Promise.all(paths.map(readSourceFile));
  const config = readConfig();
  const cluster = await openPreparedDatabase(config, { info: () => undefined, warn: (line) => { console.error(line); } });
  try {
    const { ownerUrl } = cluster;
    if (ownerUrl === null) throw new ConfigurationFault('DATABASE_OWNER_URL must be set for an import');
    const today = systemClock(config.today ?? undefined).today();
    const outcome = await importFiles({ ownerUrl, organisationKey: organisation, files, dryRun, today, routines: loadRoutines() });
    console.log(report(outcome, dryRun));
    return outcome.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.log([error.details.code, error.details.message.sv, error.details.message.en].join('\n  '));
    return 1;
  } finally {
    await cluster.close();
  }
});

function readWishes(args: readonly string[]): Wishes | 'HELP' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) return 'HELP';
    const { organisation, 'dry-run': dryRun } = values;
    if (organisation !== undefined && positionals.length > 0) return { organisation, dryRun, paths: positionals };
  } catch {
    // An unknown option is answered with what there is.
  }
  throw new ConfigurationFault(usage);
}

async function readSourceFile(path: string): Promise<SourceFile> {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch {
    throw new ConfigurationFault(`cannot read the file ${path}`);
  }
}

function report({ problems, files }: ImportOutcome, dryRun: boolean): string {
  if (problems.length === 0) {
    const lines = files.map(({ file, kind, counts }) => `${file} (${kind}): ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged`);
    return [...lines, dryRun ? 'dry run: nothing was written' : 'imported'].join('\n');
  }
  const lines = problems.map(({ file, line, column, code, message }) => {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    return `${place}: ${code}\n  ${message.sv}\n  ${message.en}`;
  });
  return [...lines, `${problems.length} problem(s): nothing was written`].join('\n');
}
