/** Which rows the scenarios of a routine come to, and which none does. */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { RoutineFileFault } from '../routine.check.ts';
import { situationOf } from '../situation.rules.ts';
import type { SituationSource } from '../situation.rules.ts';
import { versionOn } from '../version.model.ts';
import type { Routine } from '../version.model.ts';
import type { AskKind } from '../vocabulary.model.ts';
import type { AskedQuestion } from './finding.model.ts';

const tables = { ONGOING: 'ongoing', NEW_MATTER: 'newMatter', COORDINATOR: 'coordinator' } as const;

/** A question with a known birth date, put to one routine. */
export interface Scenario extends SituationSource {
  readonly ask: AskKind;
  readonly asOf: LocalDate;
}

function nameOf(from: LocalDate, ask: AskKind, row: string): string {
  return `${from} ${tables[ask]} ${row}`;
}

/** The rows that decide a scenario, or have a part in its answer. A row that is not known to hold decides nothing. */
export function rowsHit(routine: Routine, scenario: Scenario): readonly string[] {
  const { ask, asOf } = scenario;
  const version = versionOn(routine, asOf);
  const table = version?.[tables[ask]];
  if (version === undefined || table === null || table === undefined) return [];
  const verdict = table.decide(situationOf(scenario, asOf), asOf);
  return [verdict, ...verdict.beside].filter(({ isUnknown }) => !isUnknown).map(({ row }) => nameOf(version.from, ask, row.name));
}

/** The rows of a routine that no scenario comes to; each with a question that would. */
export function uncoveredRows(
  routine: Routine,
  scenarios: readonly Scenario[],
  exampleOf: (ask: AskKind, version: number, row: string) => AskedQuestion | undefined,
): readonly (RoutineFileFault & { readonly question?: AskedQuestion })[] {
  const hit = new Set(scenarios.flatMap((scenario) => rowsHit(routine, scenario)));
  return routine.versions.flatMap((version, index) =>
    (Object.keys(tables) as AskKind[]).flatMap((ask) =>
      (version[tables[ask]]?.rows ?? []).flatMap((row, place) => {
        if (hit.has(nameOf(version.from, ask, row.name))) return [];
        const question = exampleOf(ask, index, row.name);
        return [
          {
            path: ['versions', index, tables[ask], 'rows', place],
            message: `no scenario comes to row ${row.name} of ${tables[ask]}`,
            example: 'a scenario in test/routines',
            ...(question === undefined ? {} : { question }),
          },
        ];
      }),
    ),
  );
}
