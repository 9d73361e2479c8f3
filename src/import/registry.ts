/** What rows may refer to: units, departments, staff, persons and cases, held by the database or brought by the files. */
import type { FileKind } from './columns.model.ts';
import type { Plan } from './plan.ts';
import type { Place, Problems } from './problem.model.ts';
import type { ReadFile } from './read-rows.ts';

/** What the rules of an import need to know of a case. */
export interface KnownCase {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string;
  readonly openedOn: string;
}

/** Things by the name that files give them. */
export class Known<T> {
  readonly #found = new Map<string, T>();
  readonly #spoiled = new Set<string>();
  #incomplete = false;
  readonly #code: string;
  readonly #sv: string;
  readonly #en: string;
  readonly #problems: Problems;

  constructor(problems: Problems, code: string, sv: string, en: string) {
    this.#problems = problems;
    this.#code = code;
    this.#sv = sv;
    this.#en = en;
  }

  set(name: string, thing: T): void {
    this.#found.set(name, thing);
  }

  /** The row of that name is faulty itself: references to it are not told as well. */
  spoil(name: string): void {
    this.#spoiled.add(name);
  }

  markIncomplete(): void {
    this.#incomplete = true;
  }

  /** What `name` means; tells the problem where it means nothing. */
  get(name: string, place: Place, column: string): T | undefined {
    const found = this.#found.get(name);
    if (found === undefined && !this.#spoiled.has(name) && !this.#incomplete) {
      this.#problems.add(place, column, this.#code, this.#sv, this.#en);
    }
    return found;
  }
}

export interface Registry {
  readonly units: Known<string>;
  readonly departments: Known<string>;
  readonly staff: Known<string>;
  readonly persons: Known<string>;
  readonly cases: Known<KnownCase>;
}

/** Opens the registry with what the database holds. */
export function openRegistry(plan: Plan, problems: Problems): Registry {
  const registry: Registry = {
    units: new Known(problems, 'UNIT_UNKNOWN', 'Ingen enhet har detta externa id.', 'No unit has this external id.'),
    departments: new Known(problems, 'DEPARTMENT_UNKNOWN', 'Ingen avdelning har denna nyckel.', 'No department has this key.'),
    staff: new Known(problems, 'STAFF_UNKNOWN', 'Ingen medarbetare har detta externa id.', 'No member of staff has this external id.'),
    persons: new Known(problems, 'PERSON_UNKNOWN', 'Ingen person har detta externa id.', 'No person has this external id.'),
    cases: new Known(problems, 'CASE_UNKNOWN', 'Inget ärende har detta externa id.', 'No case has this external id.'),
  };
  for (const { id, values } of plan.held('department')) registry.departments.set(String(values.key), id);
  for (const [table, known] of [['unit', registry.units], ['staff', registry.staff], ['person', registry.persons]] as const) {
    for (const { id, values } of plan.held(table)) if (typeof values.external_id === 'string') known.set(values.external_id, id);
  }
  for (const { id, values } of plan.held('case_record')) {
    if (typeof values.external_id === 'string') {
      registry.cases.set(values.external_id, { id, unitId: String(values.unit_id), personId: String(values.person_id), openedOn: String(values.opened_on) });
    }
  }
  return registry;
}

/** Some file could not be read at all: nothing can be said of references that lead nowhere. */
export function noteUnreadable(registry: Registry): void {
  for (const one of Object.values(registry) as Spoilable[]) one.markIncomplete();
}

/** Notes which rows of `file` could not be read. */
export function noteSpoiled(registry: Registry, file: ReadFile): void {
  const known = knownOf(registry, file.kind);
  if (file.incomplete) for (const one of known) one.markIncomplete();
  for (const name of file.spoiled) for (const one of known) one.spoil(name);
}

type Spoilable = Pick<Known<unknown>, 'spoil' | 'markIncomplete'>;

function knownOf(registry: Registry, kind: FileKind): readonly Spoilable[] {
  const { units, departments, staff, persons, cases } = registry;
  const byKind: Partial<Record<FileKind, readonly Spoilable[]>> = { units: [units, departments], staff: [staff], persons: [persons], cases: [cases] };
  return byKind[kind] ?? [];
}
