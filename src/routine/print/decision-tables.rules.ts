/** The tables that decide, and what a transfer asks for, laid out for reading. */
import type { Bilingual } from '../../kernel/text.ts';
import type { DateEntry, DeadlineEntry, RowEntry, TableEntry } from '../routine.model.ts';
import { deadlineWords, factWords, forceWords, sectionWords } from '../words.model.ts';
import { answerLines, becauseLine, gapLine, supplementLine } from './answer-words.rules.ts';
import { citeCell } from './cite.rules.ts';
import type { PrintedVersion } from './cite.rules.ts';
import { birthdayWords, factPhrase, whenLines } from './condition-words.rules.ts';
import type { Block, Cell, DocumentTable, Line } from './document.model.ts';
import { around, capitalised, cell, joined, plain, sourceName, unitName, unitNames } from './phrase.rules.ts';
import type { Naming } from './phrase.rules.ts';

const when: Bilingual = { sv: 'När', en: 'When' };
const then: Bilingual = { sv: 'Då', en: 'Then' };
export const wording: Bilingual = { sv: 'Rutinens ord', en: 'Wording of the routine' };

function idsOf({ ids, answer, also }: RowEntry): string[] {
  const parts = [answer, ...(also ?? [])];
  return [...ids, ...(also ?? []).flatMap((supplement) => supplement.ids ?? []), ...parts.flatMap((part) => (part?.consult ?? []).flatMap((entry) => entry.ids))];
}

/** Which other rows may hold at the same time, and which of them answers. */
function orderLines({ over, unless }: RowEntry): Line[] {
  const lines: Line[] = [];
  if (over === 'BELOW') lines.push({ sv: 'Går före alla rader nedanför', en: 'Goes before every row below' });
  else if (over !== undefined) lines.push({ sv: `Går före rad ${over.join(', ')}`, en: `Goes before row ${over.join(', ')}` });
  if (unless === 'ABOVE') lines.push({ sv: 'Om ingen rad ovanför svarar', en: 'Where no row above answers' });
  else if (unless !== undefined) lines.push({ sv: `Om inte rad ${unless.join(', ')} svarar`, en: `Unless row ${unless.join(', ')} answers` });
  return lines;
}

function rowCells(row: RowEntry, printed: PrintedVersion): Cell[] {
  const { version } = printed;
  const gap = row.whenUnknown === undefined ? null : gapLine(row.whenUnknown, version);
  const answer: Line[] = [
    ...answerLines(row, version),
    becauseLine(row, version),
    ...(row.also ?? []).map((supplement) => supplementLine(supplement, version)),
    ...(gap === null ? [] : [gap]),
  ];
  return [plain(row.row), { lines: [...whenLines(row.when, version), ...orderLines(row)] }, { lines: answer }, citeCell(printed, idsOf(row))];
}

/** A decision table: the first row whose condition holds answers. */
export function decisionTable(caption: Bilingual, table: TableEntry, printed: PrintedVersion): Block[] {
  const gap = gapLine(table.whenUnknown, printed.version);
  const tie = table.tieGoesTo;
  const after: Block[] = gap === null ? [] : [{ kind: 'PARAGRAPH', ...gap, sv: `${gap.sv}.`, en: `${gap.en}.` }];
  if (tie !== undefined) {
    after.push({ kind: 'PARAGRAPH', ...around({ sv: 'Är kontakterna lika långa: ', en: 'Where contacts are equally long: ' }, unitName(printed.version, tie), { sv: '.', en: '.' }) });
  }
  return [
    {
      kind: 'TABLE',
      caption,
      columns: [{ sv: 'Rad', en: 'Row' }, when, then, wording],
      widths: [9, 23, 33, 35],
      rows: table.rows.map((row) => rowCells(row, printed)),
    },
    ...after,
  ];
}

function monthsWords(months: number): Bilingual {
  const count = String(Math.abs(months));
  return months < 0 ? { sv: `${count} månader före `, en: `${count} months before ` } : { sv: `${count} månader efter `, en: `${count} months after ` };
}

function dateLine({ birthday, endOf, months }: DateEntry, naming: Naming): Line {
  const base: Bilingual =
    birthday !== undefined
      ? birthdayWords(birthday)
      : endOf !== undefined
        ? around({ sv: 'dagen efter sista dagen med ', en: 'the day after the last day of ' }, factPhrase(endOf, naming))
        : { sv: 'dagen för överföringen', en: 'the day of the transfer' };
  return { ...capitalised(months === undefined ? base : around(monthsWords(months), base)), strong: true };
}

function deadlineCells(deadline: DeadlineEntry, printed: PrintedVersion): Cell[] {
  const { version } = printed;
  const { kind, date, transferLaterThan, doneBy, force } = deadline;
  const dates = [dateLine(date, version)];
  if (transferLaterThan !== undefined) dates.push(around({ sv: 'Bara där överföringen kommer efter ', en: 'Only where the transfer comes after ' }, birthdayWords(transferLaterThan)));
  const done = capitalised(factWords[doneBy.kind]);
  const by = doneBy.unit === undefined ? done : around(done, { sv: ' från ', en: ' from ' }, unitNames(version, doneBy.unit));
  const strength = forceWords[force];
  return [
    cell({ ...deadlineWords[kind], strong: true }, { sv: `Styrka: ${strength.sv} (${force})`, en: `Force: ${strength.en} (${force})` }),
    { lines: deadline.when === undefined ? [{ sv: 'Alltid', en: 'Always' }] : whenLines(deadline.when, version) },
    cell(...dates, around({ sv: 'Visas av: ', en: 'Shown by: ' }, by)),
    citeCell(printed, deadline.ids),
  ];
}

/** Transfers and their deadlines: the latest day in time, that day included. */
export function transferBlocks(printed: PrintedVersion): Block[] {
  const { version } = printed;
  const { transfer } = version;
  if (transfer === undefined) return [];
  const sides = around(around({ sv: 'Från ', en: 'From ' }, unitNames(version, transfer.from, 'and')), { sv: ' till ', en: ' to ' });
  const introduction: Block = { kind: 'PARAGRAPH', ...around(sides, unitNames(version, transfer.to, 'and'), { sv: '. Datumet är sista dag i tid.', en: '. The date is the latest day in time.' }) };
  const conditions: Block[] =
    transfer.when === undefined
      ? []
      : [{ kind: 'PARAGRAPH', ...around({ sv: 'Tidsfristerna gäller så länge: ', en: 'The deadlines hold while: ' }, joined(whenLines(transfer.when, version), 'and'), { sv: '.', en: '.' }) }];
  if (transfer.deadlines.length === 0) return [introduction, ...conditions];
  const table: DocumentTable = {
    kind: 'TABLE',
    caption: { sv: 'Tidsfrister vid överföring. Av varje slag gäller den första vars villkor är uppfyllt.', en: 'Deadlines of a transfer. Of each kind the first whose condition holds.' },
    columns: [{ sv: 'Tidsfrist', en: 'Deadline' }, when, { sv: 'Senast', en: 'No later than' }, wording],
    widths: [18, 26, 24, 32],
    rows: transfer.deadlines.map((deadline) => deadlineCells(deadline, printed)),
  };
  return [introduction, ...conditions, table];
}

/** Who has the case meanwhile: the version's own small table. */
export function holderBlocks({ version }: PrintedVersion): Block[] {
  if (version.holder === undefined) return [];
  return [
    {
      kind: 'TABLE',
      caption: { sv: 'Enheten som har ärendet. Första raden som stämmer gäller.', en: 'The unit that has the case. The first row that holds applies.' },
      columns: [{ sv: 'Rad', en: 'Row' }, when, { sv: 'Enhet', en: 'Unit' }],
      widths: [8, 62, 30],
      rows: version.holder.map((row, index) => [plain(index + 1), { lines: whenLines(row.when, version) }, cell(capitalised(sourceName(version, row.unit)))]),
    },
  ];
}

/** Who must agree on an exception, and which section lies on which side. */
export function scopeBlocks(printed: PrintedVersion): Block[] {
  const { version } = printed;
  const { agreement, sections } = version;
  const blocks: Block[] = [];
  if (agreement !== undefined) {
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Överenskommelse om annat ansvar: vem som godkänner. Den ska ha ett slutdatum.', en: 'Agreement on another responsibility: who approves. It must have an end date.' },
      columns: [{ sv: 'Godkänns av cheferna för', en: 'Approved by the managers of' }, wording],
      widths: [45, 55],
      rows: [[cell(capitalised(unitNames(version, agreement.approvedBy, 'and'))), citeCell(printed, agreement.ids)]],
    });
  }
  if (sections !== undefined) {
    const sides = Object.entries(sections.sides).flatMap(([side, units]) =>
      Object.entries(units).map(([section, unit]): Cell[] => [
        cell(capitalised(sectionWords[section as keyof typeof sectionWords])),
        plain(side),
        cell(capitalised(unitName(version, unit))),
      ]),
    );
    const always = sections.widened.map((section): Cell[] => [cell(capitalised(sectionWords[section])), cell({ sv: 'Båda', en: 'Both' }), cell({ sv: 'Rutinen omfattar alltid området', en: 'The routine always covers the area' })]);
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Verksamheter på vardera sidan', en: 'Operations on either side' },
      columns: [{ sv: 'Verksamhet', en: 'Operation' }, { sv: 'Sida', en: 'Side' }, { sv: 'Enhet', en: 'Unit' }],
      widths: [40, 15, 45],
      rows: [...sides, ...always],
    });
  }
  return blocks;
}
