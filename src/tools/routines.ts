/**
 * `npm run --silent routines -- diff A B --organisation KEY`: whose responsible unit, transfer, deadline or co-handler
 * would change, and when, if version B held instead of version A. Nothing is written but the audit row of the read.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { recordAudit } from '../database/audit.store.ts';
import { openOrm } from '../database/orm.ts';
import { systemClock } from '../kernel/clock.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { openPreparedDatabase } from '../prepared-database.ts';
import { faultLine, loadRoutines, parseRoutine, readRoutine, RoutineFileError } from '../routine/routine.loader.ts';
import { versionOn, type Routine, type RoutineLibrary, type RoutineVersion } from '../routine/version.model.ts';
import { changeWords, countChanges, personLabel } from '../what-if/impact-words.rules.ts';
import { findOrganisationId, readComparedPersons } from '../what-if/routine-impact.read.ts';
import { comparedVersion, routineImpact } from '../what-if/routine-impact.rules.ts';
import type { PersonImpact } from '../what-if/routine-impact.model.ts';
import { runCommand } from './command.ts';

interface Options {
  readonly organisation: string;
  readonly asOf?: string;
  readonly json?: true;
}

/** A version to compare, and how it was named. */
interface Named {
  readonly label: string;
  readonly routine: Routine;
  readonly version: RoutineVersion;
}

interface Compared {
  readonly asOf: LocalDate;
  readonly persons: number;
  readonly impacts: readonly PersonImpact[];
}

const help = `
A, B   KEY (its latest version), KEY@2014-12-17 (the version in force on that day), or a YAML file, with @DATE or without:
       a proposal that nobody has adopted can be compared with what is in force.
       routines -- diff OSTHAMMAR ./proposal.yaml --organisation osthammar

Persons are told by case reference and by the case system's id, never by name or number. Nothing is changed.`;

await runCommand('routines', async (args) => {
  let status = 0;
  const program = new Command('routines').description('Compares versions of a routine before a change is decided.').exitOverride();
  program
    .command('diff')
    .description('Lists the persons for whom something would change, and when.')
    .argument('<A>', 'the version that holds')
    .argument('<B>', 'the version that would hold instead')
    .requiredOption('--organisation <key>', 'whose persons')
    .option('--as-of <date>', 'the day from which B would hold; today by default')
    .option('--json', 'for programs')
    .addHelpText('after', help)
    .exitOverride()
    .action(async (a: string, b: string, options: Options) => {
      status = await diff(a, b, options);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof RoutineFileError) throw new ConfigurationFault(error.message, { cause: error });
    throw error;
  }
});

async function diff(a: string, b: string, { organisation, asOf, json }: Options): Promise<number> {
  const routines = loadRoutines();
  const [before, after] = [named(a, routines), named(b, routines)];
  const config = readConfig();
  const day = asOf === undefined ? systemClock(config.today ?? undefined).today() : parseLocalDate(asOf);
  if (day === undefined) throw new ConfigurationFault('--as-of: a date is written YYYY-MM-DD');
  const cluster = await openPreparedDatabase(config, { info: () => undefined, warn: (line) => { console.error(line); } });
  try {
    if (cluster.ownerUrl === null) throw new ConfigurationFault('DATABASE_OWNER_URL must be set: the comparison reads every person of the organisation');
    const compared = await compare(cluster.ownerUrl, organisation, before, after, day);
    process.stdout.write(json === true ? asJson(before, after, organisation, compared) : asText(before, after, organisation, compared));
    return 0;
  } finally {
    await cluster.close();
  }
}

async function compare(ownerUrl: string, organisation: string, before: Named, after: Named, asOf: LocalDate): Promise<Compared> {
  const orm = await openOrm({ url: ownerUrl, entities: [], poolSize: 1 });
  try {
    return await orm.em.fork().transactional(async (em) => {
      const db = em.getKysely<unknown>();
      const organisationId = await findOrganisationId(db, organisation);
      if (organisationId === undefined) throw new ConfigurationFault(`--organisation: there is no organisation ${organisation}`);
      const persons = await readComparedPersons(db, organisationId, asOf);
      const impacts = routineImpact(persons, comparedVersion(before.routine, before.version), comparedVersion(after.routine, after.version), asOf);
      await recordAudit(
        db,
        { organisationId, actorId: null, actor: 'system:routines', requestId: randomUUID(), purpose: 'ROUTINE_IMPACT' },
        { operation: 'routine.diff', outcome: 'READ', personIds: impacts.map(({ person }) => person.id), details: { before: before.label, after: after.label } },
      );
      return { asOf, persons: persons.length, impacts };
    });
  } finally {
    await orm.close();
  }
}

/** @throws ConfigurationFault that says what there is */
function named(name: string, routines: RoutineLibrary): Named {
  const [, source = name, date] = /^(.*?)(?:@(\d{4}-\d{2}-\d{2}))?$/u.exec(name) ?? [];
  const routine = /\.ya?ml$/u.test(source) ? readProposal(source) : routines.get(source);
  if (routine === undefined) {
    throw new ConfigurationFault(`${name}: there is no routine ${source}; there are ${[...routines.keys()].join(', ')}, or give a YAML file`);
  }
  const day = date === undefined ? undefined : parseLocalDate(date);
  const version = date === undefined ? routine.versions.at(-1) : day === undefined ? undefined : versionOn(routine, day);
  if (version === undefined) {
    throw new ConfigurationFault(`${name}: no version was in force then; there are ${routine.versions.map(({ from }) => `${routine.key}@${from}`).join(', ')}`);
  }
  return { label: `${/\.ya?ml$/u.test(source) ? `${basename(source)} ` : ''}${routine.key}@${version.from}`, routine, version };
}

/** A file that need not be adopted, nor proven yet: what the proof would say of it is told beside. */
function readProposal(path: string): Routine {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigurationFault(`cannot read the file ${path}`);
  }
  const { routine } = readRoutine(text, basename(path));
  try {
    parseRoutine(text, basename(path));
  } catch (error) {
    if (!(error instanceof RoutineFileError)) throw error;
    for (const fault of error.faults) console.error(`would be refused when adopted: ${faultLine(fault)}`);
  }
  return routine;
}

function asJson(before: Named, after: Named, organisation: string, { asOf, persons, impacts }: Compared): string {
  const units = new Map([...before.routine.units, ...after.routine.units]);
  return `${JSON.stringify(
    {
      organisation,
      before: before.label,
      after: after.label,
      asOf,
      personsCompared: persons,
      personsChanged: impacts.length,
      changed: countChanges(impacts),
      persons: impacts.map(({ person: { id, externalId, cases }, changes }) => ({
        id,
        externalId,
        references: cases.map(({ reference }) => reference),
        changes: changes.map((change) => ({ ...change, text: changeWords(change, units) })),
      })),
    },
    null,
    2,
  )}\n`;
}

function asText(before: Named, after: Named, organisation: string, { asOf, persons, impacts }: Compared): string {
  const units = new Map([...before.routine.units, ...after.routine.units]);
  const counts = countChanges(impacts);
  const lines = impacts.flatMap((impact) => [
    personLabel(impact),
    ...impact.changes.flatMap((change) => {
      const { sv, en } = changeWords(change, units);
      return [`  ${sv}`, `    ${en}`];
    }),
  ]);
  return [
    `${organisation}: ${before.label} → ${after.label}`,
    `Om den nya versionen gällde från ${asOf}: ${String(impacts.length)} av ${String(persons)} personer med öppna ärenden berörs.`,
    `  ansvarig enhet ${String(counts.UNIT)}, överföring ${String(counts.TRANSFER)}, tidsfrist ${String(counts.DEADLINE)}, medhandläggare ${String(counts.CO_HANDLER)}`,
    `If the new version held from ${asOf}: ${String(impacts.length)} of ${String(persons)} persons with open cases are affected.`,
    `  responsible unit ${String(counts.UNIT)}, transfer ${String(counts.TRANSFER)}, deadline ${String(counts.DEADLINE)}, co-handler ${String(counts.CO_HANDLER)}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
  ].join('\n');
}
