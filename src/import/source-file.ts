/** A case-load file as a table of text: UTF-8 CSV with comma or semicolon, or the first sheet of a workbook. */
import { parse } from 'csv-parse/sync';
import { readWorkbook } from './workbook-rows.ts';
import type { Problems } from './problem.model.ts';

export interface SourceFile {
  /** Name as the problems tell it. */
  readonly name: string;
  readonly content: Uint8Array;
}

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SourceTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** Reads the file; where it cannot be read, says why in `problems` and answers undefined. */
export async function readSource({ name, content }: SourceFile, problems: Problems): Promise<SourceTable | undefined> {
  const all = await (name.toLowerCase().endsWith('.xlsx') ? workbook(name, content, problems) : csv(name, content, problems));
  if (all === undefined) return undefined;
  const rows = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...body] = rows;
  if (header === undefined) {
    problems.add({ file: name, line: null }, null, 'FILE_EMPTY', 'Filen är tom. Första raden ska ha kolumnernas namn.', 'The file is empty. Its first row must name the columns.');
    return undefined;
  }
  return { file: name, header: header.cells, rows: body };
}

async function workbook(file: string, content: Uint8Array, problems: Problems): Promise<readonly SourceRow[] | undefined> {
  try {
    return await readWorkbook(content);
  } catch {
    problems.add({ file, line: null }, null, 'WORKBOOK_UNREADABLE', 'Filen är ingen läsbar Excelfil (.xlsx).', 'The file is no readable workbook (.xlsx).');
    return undefined;
  }
}

function csv(file: string, content: Uint8Array, problems: Problems): readonly SourceRow[] | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    problems.add({ file, line: null }, null, 'FILE_NOT_UTF8', 'Filen är inte kodad i UTF-8. Spara den som CSV UTF-8.', 'The file is not encoded in UTF-8. Save it as CSV UTF-8.');
    return undefined;
  }
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  try {
    const rows: SourceRow[] = [];
    parse(text, {
      delimiter: firstLine.includes(';') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        // The parser tells a record's last line; it began as many lines earlier as its cells hold breaks.
        const breaks = cells.join('').match(/\r\n|\r|\n/gu)?.length ?? 0;
        rows.push({ line: lines - breaks, cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
    return rows;
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    problems.add({ file, line }, null, 'CSV_MALFORMED', 'Citattecken stämmer inte på raden.', 'The quotes on this line do not match.');
    return undefined;
  }
}
