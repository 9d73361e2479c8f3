/**
 * The only file that knows exceljs, and it only writes. A cell gets a number, a text or nothing, so that no object can
 * become a live formula. Names of tabs and tables are ASCII; labels are Swedish.
 */
import ExcelJS from 'exceljs';
import { cellFor, plainText, serialNumber, type Primitive } from './cell.rules.ts';
import type { CodeList, Tone } from './define-report.ts';
import type { LaidOutColumn, LaidOutSheet } from './lay-out.rules.ts';
import type { CountSheet, Cover, Definition, WorkbookContent } from './workbook.model.ts';

declare module 'exceljs' {
  interface Worksheet {
    /** There, though its own types do not say so: one entry per range, where cell by cell makes ranges that overlap. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

const dateFormat = 'yyyy-mm-dd';
const zeroAsDash = '0;-0;"–"';
const codeTab = 'Koder';
const ink = { dark: 'FF1F3A4D', pale: 'FFEAF0F4', line: 'FFC9D3DA', grey: 'FF5A6872', white: 'FFFFFFFF' } as const;
const toneInk: Readonly<Record<Tone, { readonly fill: string; readonly font: string }>> = {
  ALARM: { fill: 'FFF8D3D0', font: 'FF8A1C14' },
  WARNING: { fill: 'FFFDEBC2', font: 'FF6B4A00' },
  CALM: { fill: 'FFD9EEDD', font: 'FF1C5A2B' },
};
const body: Partial<ExcelJS.Font> = { name: 'Calibri', size: 10 };
const fill = (colour: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: colour }, bgColor: { argb: colour } });
const underline: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: ink.line } } };

const lineHeight = 13.5;
/** More characters than this are printed on two pages side by side, the first columns repeated. */
const charactersPerPage = 165;

/** Words that a code column may hold, as a range of the code sheet. */
type WordRanges = ReadonlyMap<string, string>;

/** Writes the workbook. A sheet without rows says so in one. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const { author, exportId, madeAt } = content.properties;
  const { title, classification } = content.cover;
  workbook.creator = plainText(author);
  workbook.lastModifiedBy = plainText(author);
  workbook.title = title.sv;
  workbook.subject = classification;
  workbook.keywords = `export ${exportId}`;
  workbook.description = `${classification}. Export ${exportId}, ${madeAt}.`;
  const newTab = (name: string, orientation: 'landscape' | 'portrait' = 'landscape'): ExcelJS.Worksheet =>
    addTab(workbook, name, orientation, `${title.sv} – ${classification}`, exportId);

  const codes = codeLists(content.sheets);
  const words = wordRanges(codes);
  await writeCover(newTab('Omslag', 'portrait'), content.cover);
  for (const sheet of content.sheets) writeRows(newTab(sheet.name), sheet, words);
  for (const counts of content.counts) writeCounts(newTab(counts.name), counts);
  await writeList(newTab('Definitioner'), 'Definitioner', ['Ord', 'Betydelse', 'Term', 'Meaning'], [28, 70, 28, 70],
    [...columnDefinitions(content.sheets), ...content.definitions].map(({ term, meaning }) => [term.sv, meaning.sv, term.en, meaning.en]));
  if (codes.length > 0) {
    await writeList(newTab(codeTab), 'Koder', ['Lista', 'Ord', 'Kod', 'English'], [28, 36, 30, 36],
      codes.flatMap(({ label, codes: list }) => Object.entries(list).map(([code, { sv, en }]) => [label.sv, sv, code, en])));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTab(
  workbook: ExcelJS.Workbook, name: string, orientation: 'landscape' | 'portrait', header: string, exportId: string,
): ExcelJS.Worksheet {
  return workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&"Calibri"&9${header.replaceAll('&', '&&')}&R&"Calibri"&9&A`,
      oddFooter: `&L&"Calibri"&8Export ${exportId}&R&"Calibri"&9Sida &P av &N`,
    },
    views: [{ showGridLines: false }],
  });
}

async function writeCover(tab: ExcelJS.Worksheet, cover: Cover): Promise<void> {
  const widths = [54, 62];
  tab.columns = widths.map((width) => ({ width }));
  tab.addRow([plainText(cover.title.sv)]).font = { ...body, size: 20, bold: true, color: { argb: ink.dark } };
  tab.addRow([plainText(cover.title.en)]).font = { ...body, size: 12, color: { argb: ink.grey } };
  tab.addRow([]);
  const stamp = tab.addRow([plainText(cover.classification)]).getCell(1);
  stamp.font = { ...body, size: 12, bold: true, color: { argb: toneInk.ALARM.font } };
  tab.addRow([]);
  for (const { label, value } of cover.lines) {
    const isDate = typeof value === 'object';
    const row = tab.addRow([`${label.sv} / ${label.en}`, isDate ? serialNumber(value.date) : typeof value === 'string' ? plainText(value) : value]);
    row.font = body;
    row.border = underline;
    row.getCell(1).font = { ...body, color: { argb: ink.grey } };
    row.getCell(1).alignment = { vertical: 'top' };
    row.getCell(2).alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
    row.getCell(2).font = { ...body, bold: true };
    if (isDate) row.getCell(2).numFmt = dateFormat;
    fitHeight(row, widths);
  }
  tab.addRow([]);
  for (const remark of cover.remarks) {
    const row = tab.addRow([plainText(remark.sv), plainText(remark.en)]);
    row.font = body;
    row.alignment = { wrapText: true, vertical: 'top' };
    fitHeight(row, widths);
  }
  await protect(tab);
}

function writeRows(tab: ExcelJS.Worksheet, sheet: LaidOutSheet, words: WordRanges): void {
  const { columns } = sheet;
  const rows: Primitive[][] = sheet.rows.map((row) => columns.map(({ column }, at) => cellFor(column, row[at] ?? null)));
  if (rows.length === 0) rows.push(columns.map((_, at) => (at === 0 ? plainText(sheet.empty.sv) : null)));
  writeTable(tab, 1, sheet.table, columns.map(({ column }) => column.label.sv), rows);
  columns.forEach(({ column }, at) => {
    const written = tab.getColumn(at + 1);
    written.width = column.width;
    written.alignment = { vertical: 'top', wrapText: true, horizontal: column.type === 'number' ? 'center' : 'left' };
    if (column.type === 'date') written.numFmt = dateFormat;
  });
  const widths = columns.map(({ column }) => column.width);
  for (let row = 2; row <= rows.length + 1; row += 1) fitHeight(tab.getRow(row), widths);
  styleHeader(tab.getRow(1));
  tab.views = [{ state: 'frozen', xSplit: Math.min(2, columns.length), ySplit: 1, showGridLines: false }];
  tab.pageSetup.printTitlesRow = '1:1';
  tab.pageSetup.pageOrder = 'overThenDown';
  tab.pageSetup.fitToWidth = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / charactersPerPage);
  if (tab.pageSetup.fitToWidth > 1) tab.pageSetup.printTitlesColumn = 'A:B';
  if (sheet.rows.length > 0) {
    validate(tab, columns, rows.length, words);
    colour(tab, sheet, rows.length);
  }
}

/** A table with filter buttons: header in `at`, at least one row below it. Leaves the styles of a plain sheet of paper. */
function writeTable(tab: ExcelJS.Worksheet, at: number, name: string, header: readonly string[], rows: readonly (readonly Primitive[])[]): void {
  tab.addTable({
    name, ref: `A${at}`, headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: header.map((label) => ({ name: label, filterButton: true })),
    rows: rows.map((row) => [...row]),
  });
  for (let column = 1; column <= header.length; column += 1) {
    const cell = tab.getRow(at).getCell(column);
    cell.font = { ...body, bold: true, color: { argb: ink.white } };
    cell.fill = fill(ink.dark);
    for (let row = at + 1; row <= at + rows.length; row += 1) {
      const below = tab.getRow(row).getCell(column);
      below.font = body;
      below.border = underline;
    }
  }
  styleHeader(tab.getRow(at));
}

function styleHeader(row: ExcelJS.Row): void {
  row.alignment = { wrapText: true, vertical: 'middle' };
  row.height = 2.4 * lineHeight;
}

/** Gives the row the height its wrapped texts need: not every program works it out when it opens the file. */
function fitHeight(row: ExcelJS.Row, widths: readonly number[]): void {
  const lines = widths.map((width, at) => {
    const value = row.getCell(at + 1).value;
    return typeof value === 'string' ? Math.ceil(value.length / width) : 1;
  });
  row.height = lineHeight * Math.max(1, ...lines);
}

function validate(tab: ExcelJS.Worksheet, columns: readonly LaidOutColumn[], rows: number, words: WordRanges): void {
  columns.forEach(({ column }, at) => {
    const range = column.type === 'code' ? words.get(column.codes.key) : undefined;
    if (range === undefined) return;
    const { letter } = tab.getColumn(at + 1);
    tab.dataValidations.add(rows === 1 ? `${letter}2` : `${letter}2:${letter}${rows + 1}`, {
      type: 'list', allowBlank: true, formulae: [range], showErrorMessage: true,
      errorTitle: 'Okänt ord', error: `Välj ett ord ur listan på fliken ${codeTab}.`,
    });
  });
}

function colour(tab: ExcelJS.Worksheet, { tones }: LaidOutSheet, rows: number): void {
  let priority = 0;
  for (const { by, positions, words } of tones) {
    for (const position of positions) {
      const letter = tab.getColumn(position + 1).letter;
      tab.addConditionalFormatting({
        ref: `${letter}2:${letter}${rows + 1}`,
        rules: words.map(({ word, tone }) => ({
          type: 'expression', priority: (priority += 1),
          formulae: [`$${tab.getColumn(by + 1).letter}2="${word}"`],
          style: { fill: fill(toneInk[tone].fill), font: { color: { argb: toneInk[tone].font }, bold: tone === 'ALARM' } },
        })),
      });
    }
  }
}

function writeCounts(tab: ExcelJS.Worksheet, sheet: CountSheet): void {
  tab.addRow([sheet.title.sv]).font = { ...body, size: 16, bold: true, color: { argb: ink.dark } };
  tab.addRow([sheet.title.en]).font = { ...body, color: { argb: ink.grey } };
  let at = 4;
  for (const { table, heading, columns, rows, total } of sheet.tables) {
    tab.getRow(at).getCell(1).value = `${heading.sv} / ${heading.en}`;
    tab.getRow(at).font = { ...body, size: 12, bold: true, color: { argb: ink.dark } };
    const cells = (rows.length > 0 ? rows : [columns.map(({ type }, i) => (i === 0 ? 'Inga' : type === 'number' ? 0 : ''))])
      .map((row) => row.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell)));
    writeTable(tab, at + 1, table, columns.map(({ label }) => label.sv), cells);
    const below = at + 2 + cells.length;
    if (total !== undefined) {
      total.forEach((cell, i) => {
        const written = tab.getRow(below).getCell(i + 1);
        written.value = typeof cell === 'string' ? plainText(cell) : cell;
        written.font = { ...body, bold: true };
        written.fill = fill(ink.pale);
      });
    }
    columns.forEach(({ width, type }, i) => {
      const written = tab.getColumn(i + 1);
      written.width = Math.max(written.width ?? 0, width);
      if (type === 'text') return;
      for (let row = at + 1; row <= below; row += 1) {
        tab.getRow(row).getCell(i + 1).alignment = { horizontal: 'right', vertical: 'middle', wrapText: true };
        if (row > at + 1) tab.getRow(row).getCell(i + 1).numFmt = zeroAsDash;
      }
    });
    at = below + (total === undefined ? 1 : 2);
  }
}

/** A protected table of texts, to be read and not written in. */
async function writeList(
  tab: ExcelJS.Worksheet, name: string, header: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[],
): Promise<void> {
  writeTable(tab, 1, name, header, rows.map((row) => row.map(plainText)));
  widths.forEach((width, at) => {
    tab.getColumn(at + 1).width = width;
    tab.getColumn(at + 1).alignment = { wrapText: true, vertical: 'top' };
  });
  for (let row = 2; row <= rows.length + 1; row += 1) fitHeight(tab.getRow(row), widths);
  styleHeader(tab.getRow(1));
  tab.views = [{ state: 'frozen', ySplit: 1, showGridLines: false }];
  tab.pageSetup.printTitlesRow = '1:1';
  await protect(tab);
}

async function protect(tab: ExcelJS.Worksheet): Promise<void> {
  await tab.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true });
}

function columnDefinitions(sheets: readonly LaidOutSheet[]): readonly Definition[] {
  const columns = new Map(sheets.flatMap(({ columns: shown }) => shown.map(({ key, column }) => [key, column] as const)));
  return [...columns.values()].map(({ label, description }) => ({ term: label, meaning: description }));
}

function codeLists(sheets: readonly LaidOutSheet[]): readonly CodeList[] {
  const lists = new Map<string, CodeList>();
  for (const { columns } of sheets) {
    for (const { column } of columns) {
      if (column.type === 'code' || column.type === 'several') lists.set(column.codes.key, column.codes);
    }
  }
  return [...lists.values()];
}

function wordRanges(lists: readonly CodeList[]): WordRanges {
  const ranges = new Map<string, string>();
  let row = 2;
  for (const { key, codes } of lists) {
    const last = row + Object.keys(codes).length - 1;
    ranges.set(key, `${codeTab}!$B$${row}:$B$${last}`);
    row = last + 1;
  }
  return ranges;
}
