/** Reads a written workbook as a stranger would: the parts of its package as XML, and its cells through exceljs. */
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';

/** Name and text of every part of the package. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment, local] = [
      bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    if (!name.endsWith('/')) parts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

export type Cell = string | number | null;

/** The cells of a sheet as they are stored: dates are serial numbers. Fails on anything but texts and numbers. */
export function cellsOf(file: Uint8Array, sheet: string): Cell[][] {
  const parts = partsOf(file);
  const number = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].findIndex(([, name]) => name === sheet) + 1;
  const xml = parts.get(`xl/worksheets/sheet${number}.xml`);
  if (xml === undefined) throw new Error(`no sheet ${sheet}`);
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, item]) => textOf(item ?? ''));
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gsu)].map(([, row = '']) => {
    const cells: Cell[] = [];
    for (const [, reference = '', type, inner = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gsu)) {
      const value = /<v>(.*?)<\/v>/su.exec(inner)?.[1];
      if (/<(?!\/?v>)/u.test(inner)) throw new Error(`not a plain value in ${sheet} ${reference}: ${inner}`);
      const at = columnNumber(reference);
      while (cells.length < at) cells.push(null);
      cells[at] = value === undefined ? null : type === 's' ? (strings[Number(value)] ?? null) : Number(value);
    }
    return cells;
  });
}

/** Opens the file with exceljs, as a program downstream might. */
export async function openWorkbook(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = new Uint8Array(file);
  await workbook.xlsx.load(bytes.buffer);
  return workbook;
}

/** What makes a package break or run: live formulas, tables whose ref and columns disagree, names used twice. */
export function defectsOf(file: Uint8Array): string[] {
  const parts = partsOf(file);
  const tables = [...parts].filter(([name]) => name.startsWith('xl/tables/'));
  const names = tables.map(([, xml]) => /displayName="([^"]+)"/u.exec(xml)?.[1] ?? '');
  return [
    ...[...parts].flatMap(([name, xml]) => (/<f[ >]/u.test(xml) && name.startsWith('xl/worksheets/') ? [`formula in ${name}`] : [])),
    ...[...parts].flatMap(([name, xml]) => (isWellFormed(xml) ? [] : [`${name} is not well-formed`])),
    ...[...parts.keys()].filter((name) => /vbaProject|externalLink|\.bin$/u.test(name)),
    ...[...parts].flatMap(([name, xml]) => (overlaps(xml) ? [`validations overlap in ${name}`] : [])),
    ...names.filter((name, at) => names.indexOf(name) !== at || !/^[A-Z][A-Za-z0-9_]*$/u.test(name)),
    ...tables.flatMap(([name, xml]) => {
      const [, first = '', top, last = '', bottom] = /<table [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/u.exec(xml) ?? [];
      const columns = [...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/gu)].map(([, column]) => column);
      const wide = columnNumber(last) - columnNumber(first) + 1 === columns.length;
      const filtered = xml.includes(`<autoFilter ref="${first}${top ?? ''}:${last}${bottom ?? ''}">`);
      const sound = wide && filtered && Number(bottom) > Number(top) && new Set(columns).size === columns.length;
      return sound ? [] : [`table ${name}`];
    }),
  ];
}

function overlaps(xml: string): boolean {
  const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)(\d+)(?::\1(\d+))?"/gu)];
  const cells = ranges.flatMap(([, column = '', top, bottom]) =>
    Array.from({ length: Number(bottom ?? top) - Number(top) + 1 }, (_, at) => `${column}${Number(top) + at}`));
  return new Set(cells).size < cells.length;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(item: string): string {
  return unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gsu)].map(([, part]) => part).join(''));
}

/** XML text as it reads. */
export function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole);
}

/** Every element opened is closed in order, and nothing stands in the text that XML forbids. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/<\?.*?\?>|<!--.*?-->/gsu, '');
  for (const [, closing, name = '', , selfClosing] of body.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gu)) {
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else if (selfClosing !== '/') open.push(name);
  }
  const rest = body.replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/gu, '');
  return open.length === 0 && !/[<>]|&(?!\w+;|#\d+;)/u.test(rest);
}
