/** The columns in words, for those who prepare an export: from the same declaration that reads them. */
import { columns } from './columns.ts';
import { fileKinds, type Columns, type FileKind } from './columns.model.ts';

/** The guide as text for a terminal. */
export function describeColumns(): string {
  return fileKinds.map((kind) => [`${kind}:`, ...rowsOf(kind).map(({ name, aliases, needed, form, says }) => `  ${name} (${aliases})${needed ? ' *' : ''}: ${form}; ${says}`)].join('\n')).join('\n\n').concat('\n\n* needed in every row\n');
}

/** The guide as Markdown tables, a section per kind of file. */
export function columnGuide(): string {
  return fileKinds.map((kind) => [
    `### ${kind}`,
    '',
    '| column | also | needed | form | |',
    '|---|---|---|---|---|',
    ...rowsOf(kind).map(({ name, aliases, needed, form, says }) => `| \`${name}\` | ${aliases} | ${needed ? 'yes' : ''} | ${form.replaceAll('|', '\\|')} | ${says} |`),
  ].join('\n')).join('\n\n').concat('\n');
}

function rowsOf(kind: FileKind): readonly { name: string; aliases: string; needed: boolean; form: string; says: string }[] {
  const declared: Columns = columns[kind];
  return Object.entries(declared).map(([name, { aliases, required, cell, description }]) => ({
    name, aliases: aliases.join(', '), needed: required, form: cell.form.en, says: description.en,
  }));
}
