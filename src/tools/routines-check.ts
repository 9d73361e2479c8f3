/**
 * `npm run routines:check`: proves every routine. Options: `--routines FOLDER` and `--scenarios FOLDER` instead of the
 * project's own; `--sources FOLDER` also looks each quotation up in the routines' texts; `--seal` writes down which
 * texts are proven, so that they are not proven again when they are loaded.
 */
import { readFileSync, readdirSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot } from '../kernel/project-root.ts';
import { involvedOn } from '../responsibility/coordinator.rules.ts';
import { parseQuestion } from '../responsibility/question.parse.ts';
import { citationFaults, sharedIds } from '../routine/proof/citation.check.ts';
import { uncoveredRows } from '../routine/proof/coverage.rules.ts';
import type { Scenario } from '../routine/proof/coverage.rules.ts';
import type { TableProof } from '../routine/proof/finding.model.ts';
import { findingsOf, proveRoutine } from '../routine/proof/proof.rules.ts';
import { quotationFaults } from '../routine/proof/quotation.check.ts';
import { readQuestions } from '../routine/proof/scenario-table.ts';
import { RoutineFileError, digestOf, faultLine, readRoutine, routineFolder, sealFile } from '../routine/routine.loader.ts';
import type { RoutineSource } from '../routine/routine.loader.ts';
import type { Routine, RoutineLibrary } from '../routine/version.model.ts';
import { runCommand } from './command.ts';

interface Options {
  readonly routines: string;
  readonly scenarios: string;
  readonly sources: string | undefined;
  readonly seal: boolean;
}

interface Source extends RoutineSource {
  readonly file: string;
  readonly text: string;
}

function yamlIn(folder: string): readonly { readonly file: string; readonly text: string }[] {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name)).sort();
  return files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Reads what can be read; the faults of the rest are lines. */
function readAll(folder: string): { readonly sources: readonly Source[]; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const sources = yamlIn(folder).flatMap(({ file, text }) => {
    try {
      return [{ ...readRoutine(text, file), file, text }];
    } catch (error) {
      if (!(error instanceof RoutineFileError)) throw error;
      lines.push(...error.faults.map(faultLine));
      return [];
    }
  });
  return { sources, lines };
}

/** The scenarios of each routine. Questions that are meant to be refused, and those without a birth date, come to no row. */
function scenariosIn(folder: string, library: RoutineLibrary): ReadonlyMap<string, readonly Scenario[]> {
  const found = new Map<string, Scenario[]>();
  for (const { text } of yamlIn(folder)) {
    for (const asked of readQuestions(text)) {
      const question = parseQuestion(asked, library);
      if ('error' in question || (question.birthDate === null && question.ask !== 'COORDINATOR')) continue;
      const involvements = involvedOn(question.involvements, question.asOf);
      found.set(question.routine, [...(found.get(question.routine) ?? []), { ...question, involvements }]);
    }
  }
  return found;
}

function figuresOf(routine: Routine, proofs: readonly (TableProof & { readonly from: string })[]): readonly string[] {
  return proofs.map(({ from, figures }) => {
    const { table, rows, ages, ways, situations } = figures;
    return `${routine.key} ${from} ${table}: ${String(rows)} rows; ${String(situations)} situations at ${String(ages)} ages, by ${String(ways)} ways`;
  });
}

function check({ routines, scenarios, sources: texts, seal }: Options): number {
  const { sources, lines: faults } = readAll(routines);
  const lines = [...faults];
  const library: RoutineLibrary = new Map(sources.map(({ routine }) => [routine.key, routine]));
  const asked = scenariosIn(scenarios, library);
  for (const { routine, file, locate } of sources) {
    const proofs = proveRoutine(routine);
    for (const line of figuresOf(routine, proofs)) console.log(line);
    const examples = new Map(proofs.flatMap((proof) => [...proof.examples].map(([row, question]) => [`${question.ask} ${proof.from} ${row}`, question])));
    const own = asked.get(routine.key) ?? [];
    const findings = [
      ...findingsOf(routine, proofs),
      ...uncoveredRows(routine, own, (ask, version, row) => examples.get(`${ask} ${routine.versions[version]?.from ?? ''} ${row}`)),
      ...citationFaults(routine),
      ...(texts === undefined ? [] : quotationFaults(routine, (name) => (existsSync(join(texts, name)) ? readFileSync(join(texts, name), 'utf8') : undefined))),
    ];
    lines.push(...findings.map(locate).map(faultLine));
    const quoted = texts === undefined ? '' : ', each found in its text';
    console.log(`${file}: ${String(routine.rules.size)} sentences${quoted}; ${String(own.length)} scenarios; ${findings.length === 0 ? 'proven' : `${String(findings.length)} faults`}`);
  }
  lines.push(...sharedIds(library));
  for (const line of lines) console.error(line);
  if (lines.length > 0) return 1;
  if (seal) writeFileSync(sealFile(), `${JSON.stringify(Object.fromEntries(sources.map(({ file, text }) => [file, digestOf(text)])), null, 2)}\n`);
  return 0;
}

await runCommand('routines:check', (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { routines: { type: 'string' }, scenarios: { type: 'string' }, sources: { type: 'string' }, seal: { type: 'boolean' } },
  });
  const { routines = routineFolder(), scenarios = join(findProjectRoot(), 'test/routines'), sources, seal = false } = values;
  return Promise.resolve(check({ routines, scenarios, sources, seal }));
});
