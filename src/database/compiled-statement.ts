/** Statements put together from pieces: each combination is compiled once per process, then run with other values. */
import { CompiledQuery, sql, type Kysely, type RawBuilder } from 'kysely';

/** Stands in a statement for a value that each run brings along. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export function slot(name: string): RawBuilder<unknown> {
  return sql`${new Slot(name)}`;
}

/** Far more than there are combinations in use; what comes on top is compiled each time. */
const most = 1000;
const compiled = new Map<string, CompiledQuery>();

/**
 * Runs the statement that `build` makes. `key` stands for everything that `build` depends on; values come in `slot`s.
 */
export async function runCompiled<T>(
  db: Kysely<unknown>,
  key: readonly unknown[],
  values: Readonly<Record<string, unknown>>,
  build: () => RawBuilder<T>,
): Promise<T[]> {
  const name = JSON.stringify(key);
  const statement = compiled.get(name) ?? build().compile(db);
  if (compiled.size < most) compiled.set(name, statement);
  const parameters = statement.parameters.map((value) => (value instanceof Slot ? values[value.name] : value));
  const { rows } = await db.executeQuery<T>(CompiledQuery.raw(statement.sql, parameters));
  return rows;
}
