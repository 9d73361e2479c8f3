/** `npm run --silent import -- --organisation KEY FILE…`: loads a case-load export (contract section 5). */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { describeColumns } from '../import/column-guide.ts';
import { importFiles, type ImportOutcome } from '../import/import-files.usecase.ts';
import type { SourceFile } from '../import/source-file.ts';
import { systemClock } from '../kernel/clock.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { Fault } from '../kernel/faults.ts';
import { openPreparedDatabase } from '../prepared-database.ts';
import { loadRoutines } from '../routine/routine.loader.ts';

interface Options {
  readonly organisation: string;
  readonly dryRun?: true;
}

/** 0: everything was written (or could be, with --dry-run). 1: nothing was written; the bad rows are listed. */
async function main(): Promise<number> {
  const command = new Command('import')
    .description('Loads a case-load export. Nothing is written unless every file is wholly valid.')
    .requiredOption('--organisation <key>', 'key of the organisation; a new one needs a file of organisations')
    .option('--dry-run', 'only report')
    .argument('<files...>', 'UTF-8 CSV (comma or semicolon) or .xlsx, one file per kind, recognised by its columns')
    .addHelpText('after', `\n${describeColumns()}`)
    .exitOverride()
    .parse();
  const { organisation, dryRun = false } = command.opts<Options>();
  const files = await Promise.all(command.args.map(readSourceFile));
  const config = readConfig();
  const cluster = await openPreparedDatabase(config, { info: () => undefined, warn: (line) => process.stderr.write(`${line}\n`) });
  try {
    if (cluster.ownerUrl === null) throw new ConfigurationFault('DATABASE_OWNER_URL must be set for an import');
    const today = systemClock(config.today ?? undefined).today();
    const outcome = await importFiles({ ownerUrl: cluster.ownerUrl, organisationKey: organisation, files, dryRun, today, routines: loadRoutines() });
    process.stdout.write(report(outcome, dryRun));
    return outcome.problems.length === 0 ? 0 : 1;
  } finally {
    await cluster.close();
  }
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
    return [...lines, dryRun ? 'dry run: nothing was written' : 'imported', ''].join('\n');
  }
  const lines = problems.map(({ file, line, column, code, message }) => {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    return `${place}: ${code}\n  ${message.sv}\n  ${message.en}`;
  });
  return [...lines, `${problems.length} problem(s): nothing was written`, ''].join('\n');
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof Fault) process.stderr.write(`${error.details.code}\n  ${error.details.message.sv}\n  ${error.details.message.en}\n`);
  else if (error instanceof ConfigurationFault) process.stderr.write(`${error.message}\n`);
  else throw error;
}
