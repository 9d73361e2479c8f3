/** Every check of a folder of routines: proof, scenarios, sentences, quotations; as lines for whoever runs it. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { involvedOn } from '../responsibility/coordinator.rules.ts';
import { parseQuestion } from '../responsibility/question.parse.ts';
import { citationFaults, sharedIds } from '../routine/proof/citation.check.ts';
import { uncoveredRows } from '../routine/proof/coverage.rules.ts';
import type { Scenario } from '../routine/proof/coverage.rules.ts';
import type { TableProof } from '../routine/proof/finding.model.ts';
import { findingsOf, proveRoutine } from '../routine/proof/proof.rules.ts';
import { quotationFaults } from '../routine/proof/quotation.check.ts';
import { readQuestions } from '../routine/proof/scenario-table.ts';
import { RoutineFileError, digestOf, faultLine, readRoutine } from '../routine/routine.loader.ts';
import type { RoutineSource } from '../routine/routine.loader.ts';
import type { Routine, RoutineLibrary } from '../routine/version.model.ts';

/** Folders: of routine files, of scenario tables, and of the routines' own texts where quotations are to be looked up. */
export interface Folders {
  readonly routines: string;
  readonly scenarios: string;
  readonly sources?: string;
}

export interface Checked {
  readonly figures: readonly string[];
  /** One line for each fault, with file, line, an example and who shows it; empty where all is well. */
  readonly faults: readonly string[];
  /** Digest of each file's text. */
  readonly digests: Readonly<Record<string, string>>;
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

/** Checks every routine of a folder. */
export function checkRoutines({ routines, scenarios, sources: texts }: Folders): Checked {
  const { sources, lines: unread } = readAll(routines);
  const [figures, faults] = [[] as string[], [...unread]];
  const library: RoutineLibrary = new Map(sources.map(({ routine }) => [routine.key, routine]));
  const asked = scenariosIn(scenarios, library);
  const textOf = (name: string): string | undefined => {
    const file = join(texts ?? '', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  for (const { routine, file, locate } of sources) {
    const proofs = proveRoutine(routine);
    const examples = new Map(proofs.flatMap((proof) => [...proof.examples].map(([row, question]) => [`${question.ask} ${proof.from} ${row}`, question])));
    const own = asked.get(routine.key) ?? [];
    const findings = [
      ...findingsOf(routine, proofs),
      ...uncoveredRows(routine, own, (ask, version, row) => examples.get(`${ask} ${routine.versions[version]?.from ?? ''} ${row}`)),
      ...citationFaults(routine),
      ...(texts === undefined ? [] : quotationFaults(routine, textOf)),
    ];
    faults.push(...findings.map(locate).map(faultLine));
    const quoted = texts === undefined ? '' : ', each looked up in its text';
    const verdict = findings.length === 0 ? 'proven' : `${String(findings.length)} faults`;
    figures.push(...figuresOf(routine, proofs), `${file}: ${String(routine.rules.size)} sentences${quoted}; ${String(own.length)} scenarios; ${verdict}`);
  }
  faults.push(...sharedIds(library));
  return { figures, faults, digests: Object.fromEntries(sources.map(({ file, text }) => [file, digestOf(text)])) };
}
