/** Writes the demo organisations' case-load files, and the guide to their columns. The same program always writes the same. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { columnGuide } from '../import/column-guide.ts';
import { columns } from '../import/columns.ts';
import { fileKinds } from '../import/columns.model.ts';
import { findProjectRoot } from '../kernel/project-root.ts';
import { buildDistrict } from './demo/district.ts';
import { buildIfoUnits } from './demo/ifo-units.ts';
import { buildOsthammar } from './demo/osthammar.ts';
import type { DemoOrganisation, Row } from './demo/demo-organisation.ts';

/** The organisations, in the order of their files. */
export function buildDemonstration(): readonly DemoOrganisation[] {
  return [buildOsthammar(), buildIfoUnits(), buildDistrict()];
}

/** The rows as CSV, with the columns that some row fills in. */
export function toCsv(rows: readonly Row[], order: readonly string[]): string {
  const used = order.filter((column) => rows.some((row) => row[column] !== undefined && row[column] !== null));
  return stringify([...rows], { header: true, columns: used, cast: { boolean: String } });
}

async function writeAll(root: string): Promise<void> {
  for (const demo of buildDemonstration()) {
    const folder = join(root, 'src', 'import', 'demo', demo.key);
    await mkdir(folder, { recursive: true });
    for (const kind of fileKinds) await writeFile(join(folder, `${kind}.csv`), toCsv(demo.files[kind], Object.keys(columns[kind])));
  }
  await writeFile(join(root, 'schema', 'case-load.md'), columnGuide());
}

if (import.meta.main) await writeAll(findProjectRoot());
