/** The demo organisations, loaded by the same import that a municipality uses. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openOrm } from '../database/orm.ts';
import { systemClock } from '../kernel/clock.ts';
import { findProjectRoot } from '../kernel/project-root.ts';
import { loadRoutines } from '../routine/routine.loader.ts';
import { importFiles } from './import-files.usecase.ts';
import type { SourceFile } from './source-file.ts';

/** Keys of the demo organisations. */
export const demoOrganisations = ['osthammar', 'ifo-units', 'district'] as const;
export type DemoOrganisationKey = (typeof demoOrganisations)[number];

/** Folder of one demo organisation's case-load files. */
export function demoFolder(key: DemoOrganisationKey): string {
  return join(findProjectRoot(), 'src', 'import', 'demo', key);
}

/** The case-load files in a folder. */
export async function readFolder(folder: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:csv|xlsx)$/u.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

/**
 * Loads the demo organisations into a migrated database that has none but these; a start that was cut short is
 * taken up where it ended. Otherwise does nothing.
 * @param ownerUrl login that works as the schema's owner
 */
export async function loadDemonstration(ownerUrl: string): Promise<void> {
  const loaded = await organisationKeys(ownerUrl);
  const isDemonstration = loaded.every((key) => demoOrganisations.some((demo) => demo === key));
  const missing = isDemonstration ? demoOrganisations.filter((key) => !loaded.includes(key)) : [];
  if (missing.length === 0) return;
  const today = systemClock().today();
  const routines = loadRoutines();
  for (const organisationKey of missing) {
    const { problems } = await importFiles({ ownerUrl, organisationKey, files: await readFolder(demoFolder(organisationKey)), today, routines });
    const [first] = problems;
    if (first !== undefined) throw new Error(`the demo file ${organisationKey}/${first.file} is wrong at line ${first.line}: ${first.code} ${first.column}`);
  }
}

async function organisationKeys(ownerUrl: string): Promise<readonly string[]> {
  const orm = await openOrm({ url: ownerUrl, entities: [], poolSize: 1 });
  try {
    const { rows } = await sql<{ key: string }>`select key from organisation`.execute(orm.em.getKysely<unknown>());
    return rows.map(({ key }) => key);
  } finally {
    await orm.close();
  }
}
