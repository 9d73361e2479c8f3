/** The columns in words, for those who prepare an export: from the same declaration that reads them. */
import { columns } from './columns.ts';
import { fileKinds, type Columns, type FileKind } from './columns.model.ts';

/** The guide as text for a terminal. */
export function describeColumns(): string {
  return fileKinds.map((kind) => [`${kind}:`, ...rowsOf(kind).map(({ name, aliases, needed, form, says }) => `  ${name} (${aliases})${needed ? ' *' : ''}: ${form}; ${says}`)].join('\n')).join('\n\n').concat('\n\n* needed in every row\n');
}

const preface = `# Case-load files / Filer för ärendeimport

UTF-8 CSV with a header row (comma or semicolon), or \`.xlsx\` with the same columns on the first sheet. One file per kind,
recognised by its columns. Rows refer to each other by external id. Periods are half-open: \`from\` is the first day,
\`until\` the first day after; empty is open. Å, ä and ö in the names of columns may be written a and o.
Rows are never removed by an import. Importing the same files again changes nothing.

UTF-8-kodad CSV med rubrikrad (komma eller semikolon), eller \`.xlsx\` med samma kolumner på första bladet. En fil per slag,
som känns igen på sina kolumner. Perioder är halvöppna: \`från\` är första dagen, \`till\` första dagen efter; tomt är tills vidare.

This page is written by \`npm run --silent generate-demo\` from src/import/columns.ts.
`;

/** The guide as a page: a table per kind of file. */
export function columnGuide(): string {
  const tables = fileKinds.map((kind) => [
    `## ${kind}`,
    '',
    '| column | kolumn | needed | form | svenska | English |',
    '|---|---|---|---|---|---|',
    ...rowsOf(kind).map(({ name, aliases, needed, form, sv, says }) => `| \`${name}\` | ${aliases} | ${needed ? 'yes' : ''} | ${form.replaceAll('|', '\\|')} | ${sv} | ${says} |`),
  ].join('\n'));
  return [preface.trimEnd(), ...tables].join('\n\n').concat('\n');
}

function rowsOf(kind: FileKind): readonly { name: string; aliases: string; needed: boolean; form: string; sv: string; says: string }[] {
  const declared: Columns = columns[kind];
  return Object.entries(declared).map(([name, { aliases, required, cell, description }]) => ({
    name, aliases: aliases.join(', '), needed: required, form: cell.form.en, sv: description.sv, says: description.en,
  }));
}
