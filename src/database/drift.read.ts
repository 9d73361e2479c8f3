/** Where the mapper's tables and the migrated database say different things. */
import { sql } from 'kysely';
import type { Orm } from './orm.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
}

const aliases: Readonly<Record<string, string>> = {
  int: 'integer', int4: 'integer', int8: 'bigint', bool: 'boolean', timestamptz: 'timestamp with time zone', varchar: 'character varying',
};

/** One line per difference; empty where every mapped column is as the mapper thinks, and nothing it must fill is missing. */
export async function findDrift(orm: Orm): Promise<readonly string[]> {
  const columns = await readColumns(orm);
  const drift: string[] = [];
  for (const entity of orm.getMetadata().getAll().values()) {
    const table = entity.tableName;
    const present = new Map(columns.filter((column) => column.table === table).map((column) => [column.name, column]));
    if (present.size === 0) drift.push(`${table}: no such table`);
    const mapped = new Set<string>();
    for (const property of entity.props) {
      for (const [place, name] of property.fieldNames.entries()) {
        mapped.add(name);
        const column = present.get(name);
        const type = normalised(property.columnTypes[place] ?? '');
        const nullable = property.nullable === true;
        if (column === undefined) drift.push(`${table}.${name}: no such column`);
        else if (column.type !== type) drift.push(`${table}.${name}: ${column.type} in the database, ${type} in the mapper`);
        else if (column.nullable !== nullable) drift.push(`${table}.${name}: ${column.nullable ? 'nullable' : 'not null'} in the database`);
      }
    }
    for (const column of present.values()) {
      if (!mapped.has(column.name) && !column.nullable && !column.filled) drift.push(`${table}.${column.name}: must be filled, and the mapper does not know it`);
    }
  }
  return drift.sort();
}

function normalised(type: string): string {
  const [, name = type, rest = ''] = /^(\w+)(.*)$/u.exec(type) ?? [];
  return `${aliases[name] ?? name}${/^\((?:0|6)\)$/u.test(rest) ? '' : rest}`;
}

async function readColumns(orm: Orm): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as filled
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  `.execute(orm.em.fork().getKysely<unknown>());
  return rows;
}
