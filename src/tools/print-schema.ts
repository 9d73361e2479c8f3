/**
 * `npm run schema:print`: writes the API's schema to schema/schema.graphql, the contract that clients build on.
 * `--check` compares instead, and fails where the committed file says something else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from '../graphql/schema.ts';
import { findProjectRoot } from '../kernel/project-root.ts';
import { runCommand } from './command.ts';

await runCommand('schema:print', async ([option]) => {
  const file = join(findProjectRoot(), 'schema/schema.graphql');
  const printed = `${printSchema(lexicographicSortSchema(await buildApiSchema()))}\n`;
  if (option !== '--check') {
    await writeFile(file, printed);
    return 0;
  }
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed === printed) return 0;
  console.error(`schema/schema.graphql differs from the program at line ${firstDifference(committed, printed)}: npm run schema:print, and look at what changed`);
  return 1;
});

function firstDifference(one: string, other: string): number {
  const lines = other.split('\n');
  const at = one.split('\n').findIndex((line, place) => line !== lines[place]);
  return at === -1 ? lines.length : at + 1;
}
