/** The organisation's own ways, laid out for reading: ladders, meetings, forms, acts, numbers. */
import type { Bilingual } from '../../kernel/text.ts';
import type { EscalationEntry, EscalationLevel, FormEntry, MeetingEntry, Threshold } from '../own-ways.model.ts';
import { deadlineWords, forumWords } from '../words.model.ts';
import { citeCell } from './cite.rules.ts';
import type { PrintedVersion } from './cite.rules.ts';
import { wording } from './decision-tables.rules.ts';
import type { Block, Cell, Line } from './document.model.ts';
import { around, capitalised, cell, joined, plain, roleName, spelled, unitNames } from './phrase.rules.ts';

const ways = {
  TRIED: { sv: 'att frågan prövats', en: 'that it was tried' },
  AGREEMENT: { sv: 'att parterna är överens om att lyfta frågan', en: 'that the parties agree to raise it' },
  WRITTEN_REPORT: { sv: 'en skriftlig redogörelse', en: 'a written report' },
  DIFFERING_VIEW: { sv: 'de olika uppfattningarna', en: 'the differing views' },
  MEETING_HELD: { sv: 'att ett möte hållits', en: 'that a meeting was held' },
} as const satisfies Record<string, Bilingual>;

const who: Bilingual = { sv: 'Vilka', en: 'Who' };

function rolesCell(roles: readonly string[], more: readonly Line[] = []): Cell {
  return cell(capitalised(joined(roles.map(roleName), 'and')), ...more);
}

function levelCells({ level, sv, en, roles, forum, before, ids }: EscalationLevel, printed: PrintedVersion): Cell[] {
  const lines: Line[] = [{ sv, en, strong: true }];
  if (forum !== undefined) lines.push(around({ sv: 'Forum: ', en: 'Forum: ' }, forumWords[forum]));
  const recorded = (before ?? []).map((way) => ways[way]);
  const onwards: Line = recorded.length === 0 ? { sv: '–', en: '–' } : capitalised(joined(recorded, 'and'));
  return [plain(level), { lines }, rolesCell(roles), cell(onwards), citeCell(printed, ids)];
}

function ladderBlocks(entry: EscalationEntry, printed: PrintedVersion): Block[] {
  const blocks: Block[] = [
    {
      kind: 'TABLE',
      caption: { sv: entry.sv, en: entry.en },
      columns: [{ sv: 'Steg', en: 'Level' }, { sv: 'Var frågan tas', en: 'Where it is raised' }, who, { sv: 'Antecknas innan frågan går vidare', en: 'Recorded before it goes on' }, wording],
      widths: [7, 24, 18, 19, 32],
      rows: entry.levels.map((level) => levelCells(level, printed)),
    },
  ];
  if (entry.analogy === true) blocks.push({ kind: 'PARAGRAPH', sv: 'Skriven för andra enheter; här tillämpad som analogi.', en: 'Written for other units; applied here by analogy.' });
  for (const { question, level, ids } of entry.straightTo ?? []) {
    const questions: Readonly<Record<string, Bilingual>> = { COST: { sv: 'Kostnadsfrågor', en: 'Questions of cost' }, ACUTE: { sv: 'Akuta frågor', en: 'Acute questions' } };
    const about = questions[question] ?? capitalised(spelled(question));
    blocks.push({ kind: 'PARAGRAPH', sv: `${about.sv} går direkt till steg ${String(level)} (${ids.join(', ')}).`, en: `${about.en} go straight to level ${String(level)} (${ids.join(', ')}).` });
  }
  return blocks;
}

export function escalationBlocks(printed: PrintedVersion): Block[] {
  return printed.version.escalation.flatMap((entry) => ladderBlocks(entry, printed));
}

const periods = {
  DAYS: [{ sv: 'dag', en: 'day' }, { sv: 'dagar', en: 'days' }],
  CALENDAR_MONTHS: [{ sv: 'kalendermånad', en: 'calendar month' }, { sv: 'kalendermånader', en: 'calendar months' }],
  TERMS: [{ sv: 'termin', en: 'term' }, { sv: 'terminer', en: 'terms' }],
  YEARS: [{ sv: 'kalenderår', en: 'calendar year' }, { sv: 'kalenderår', en: 'calendar years' }],
} as const satisfies Record<string, readonly [Bilingual, Bilingual]>;

function rhythmLines({ rhythm }: MeetingEntry, meetings: readonly MeetingEntry[]): Line[] {
  const lines: Line[] = [];
  const { every, unit, alternatesWith, onCall, unstated } = rhythm;
  if (every !== undefined && unit !== undefined) {
    const [one, several] = periods[unit];
    lines.push(every === 1 ? { sv: `En gång per ${one.sv}`, en: `Once per ${one.en}` } : { sv: `Minst var ${String(every)}:e ${one.sv}`, en: `At least every ${String(every)} ${several.en}` });
  }
  if (alternatesWith !== undefined) {
    lines.push(around({ sv: 'Växlar med ', en: 'Takes turns with: ' }, meetingName(alternatesWith, meetings)));
  }
  if (onCall === true) lines.push({ sv: 'När någon kallar', en: 'When somebody calls' });
  if (unstated === true) lines.push({ sv: 'Hur ofta anges inte', en: 'How often is not stated' });
  return lines;
}

function meetingName(key: string, meetings: readonly MeetingEntry[]): Bilingual {
  const found = meetings.find(({ meeting }) => meeting === key);
  return found === undefined ? spelled(key) : { sv: found.sv.toLowerCase(), en: found.en.toLowerCase() };
}

function circumstanceLines({ withPerson, precededBy, followedBy, noDecisions }: MeetingEntry, meetings: readonly MeetingEntry[]): Line[] {
  const lines: Line[] = [];
  if (withPerson === true) lines.push({ sv: 'Den enskilde deltar', en: 'The person takes part' });
  if (precededBy !== undefined) lines.push(around({ sv: 'Föregås, vid ett separat tillfälle, av: ', en: 'Preceded, on a separate occasion, by: ' }, meetingName(precededBy, meetings)));
  if (followedBy !== undefined) lines.push(around({ sv: 'Följs i nära anslutning av: ', en: 'Followed closely by: ' }, meetingName(followedBy, meetings)));
  if (noDecisions === true) lines.push({ sv: 'Bara information; inga beslut knyts till mötet', en: 'Information only; no decision is tied to it' });
  return lines;
}

export function meetingBlocks(printed: PrintedVersion): Block[] {
  const { meetings, cutOff } = printed.version;
  const blocks: Block[] = [];
  if (meetings.length > 0) {
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Möten och hur ofta de hålls', en: 'Meetings and how often they are held' },
      columns: [{ sv: 'Möte', en: 'Meeting' }, { sv: 'Hur ofta', en: 'How often' }, who, wording],
      widths: [22, 18, 26, 34],
      rows: meetings.map((meeting) => {
        const agenda: Line[] = meeting.agenda === undefined ? [] : [{ sv: 'Dagordning:', en: 'Agenda:', below: meeting.agenda }];
        const notes: Line[] = meeting.rotatesNotes === true ? [{ sv: 'Den som antecknar växlar', en: 'The note-taker rotates' }] : [];
        const invited: Line[] = meeting.invited === undefined ? [] : [around({ sv: 'Kallas vid behov: ', en: 'Called when needed: ' }, joined(meeting.invited.map(roleName), 'and'))];
        const required: Line[] = meeting.required.length === 0 ? [] : [around({ sv: 'Deltar: ', en: 'Take part: ' }, joined(meeting.required.map(roleName), 'and'))];
        return [
          cell({ sv: meeting.sv, en: meeting.en, strong: true }, ...agenda, ...notes, ...circumstanceLines(meeting, meetings)),
          { lines: rhythmLines(meeting, meetings) },
          { lines: [...required, ...invited] },
          citeCell(printed, [...meeting.ids, ...(meeting.agenda ?? []).flatMap(({ ids }) => ids)]),
        ];
      }),
    });
  }
  if (cutOff !== undefined) {
    const { daysBefore, time } = cutOff;
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Sista tid för anmälan till möte', en: 'Latest notice to a meeting' },
      columns: [{ sv: 'Anmälan', en: 'Notice' }, { sv: 'Senast', en: 'No later than' }, { sv: 'Av', en: 'By' }, wording],
      widths: [26, 20, 20, 34],
      rows: [[
        cell({ sv: cutOff.sv, en: cutOff.en, strong: true }),
        cell({ sv: `${String(daysBefore)} kalenderdag${daysBefore === 1 ? '' : 'ar'} före, kl. ${time}`, en: `${String(daysBefore)} calendar day${daysBefore === 1 ? '' : 's'} before, ${time}` }),
        rolesCell(cutOff.by),
        citeCell(printed, cutOff.ids),
      ]],
    });
  }
  return blocks;
}

function formBlock({ sv, en, required, contents, dated }: FormEntry, printed: PrintedVersion): Block {
  const kind: Bilingual = required ? { sv: 'allt ska fyllas i', en: 'everything is required' } : { sv: 'mall; får utelämnas', en: 'a template; may be left out' };
  const since: Bilingual = dated === undefined ? { sv: '', en: '' } : { sv: `; blanketten daterad ${dated}`, en: `; the form dated ${dated}` };
  return {
    kind: 'TABLE',
    caption: { sv: `${sv} (${kind.sv}${since.sv})`, en: `${en} (${kind.en}${since.en})` },
    columns: [{ sv: 'Innehåll', en: 'Contents' }, wording],
    widths: [45, 55],
    rows: contents.map((content) => {
      const lines: Line[] = [{ sv: content.sv, en: content.en, strong: true }];
      if (content.noneAllowed === true) lines.push({ sv: 'Får besvaras med "inga"', en: 'May be answered with "none"' });
      if (content.namedOnly === true) lines.push({ sv: 'Bara där personen namnges', en: 'Only where the person is named' });
      return [{ lines }, citeCell(printed, content.ids)];
    }),
  };
}

export function formBlocks(printed: PrintedVersion): Block[] {
  return printed.version.forms.map((form) => formBlock(form, printed));
}

export function actBlocks(printed: PrintedVersion): Block[] {
  const { acts, disclosure } = printed.version;
  const blocks: Block[] = [];
  if (acts.length > 0) {
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Vem som gör vad', en: 'Who does what' },
      columns: [{ sv: 'Handling', en: 'Act' }, who, wording],
      widths: [36, 26, 38],
      rows: acts.map(({ sv, en, roles, orHigher, ids }) => [
        cell({ sv, en, strong: true }),
        rolesCell(roles, orHigher === true ? [{ sv: 'Eller högre chef', en: 'Or a higher manager' }] : []),
        citeCell(printed, ids),
      ]),
    });
  }
  if (disclosure.length > 0) {
    blocks.push({
      kind: 'TABLE',
      caption: { sv: 'Vad en enhet får veta om att någon är aktuell på en annan', en: 'What a unit is told of somebody being active at another' },
      columns: [{ sv: 'Till', en: 'To' }, { sv: 'Svar', en: 'Answer' }, wording],
      widths: [28, 38, 34],
      rows: disclosure.map(({ to, sv, en, ids }) => [cell({ ...capitalised(unitNames(printed.version, to, 'and')), strong: true }), cell({ sv, en }), citeCell(printed, ids)]),
    });
  }
  return blocks;
}

const countWords = {
  YEARS: { sv: 'år', en: 'years' },
  MONTHS: { sv: 'månader', en: 'months' },
  DAYS: { sv: 'dagar', en: 'days' },
  WORKING_DAYS: { sv: 'arbetsdagar', en: 'working days' },
  PERSONS: { sv: 'personer', en: 'persons' },
} as const satisfies Record<Threshold['unit'], Bilingual>;

export function numberBlocks(printed: PrintedVersion): Block[] {
  const { thresholds, terms, inventory } = printed.version;
  const blocks: Block[] = [
    {
      kind: 'TABLE',
      caption: { sv: 'Gränsvärden', en: 'Thresholds' },
      columns: [{ sv: 'Vad', en: 'What' }, { sv: 'Värde', en: 'Value' }, { sv: 'Grund', en: 'Basis' }, wording],
      widths: [32, 14, 20, 34],
      rows: Object.values(thresholds).map(({ sv, en, value, unit, stated, ids }) => [
        cell({ sv, en, strong: true }),
        cell({ sv: `${String(value)} ${countWords[unit].sv}`, en: `${String(value)} ${countWords[unit].en}` }),
        cell(stated ? { sv: 'Står i texten', en: 'Stated in the text' } : { sv: 'Organisationens val', en: "The organisation's choice" }),
        citeCell(printed, ids),
      ]),
    },
    {
      kind: 'TABLE',
      caption: { sv: 'Terminer. Varje termin pågår till dagen innan nästa börjar.', en: 'Terms. Each lasts until the day before the next begins.' },
      columns: [{ sv: 'Termin', en: 'Term' }, { sv: 'Börjar varje år', en: 'Begins each year' }],
      widths: [50, 50],
      rows: terms.map(({ term, sv, en, from }) => [cell({ sv: `${sv} (${term})`, en: `${en} (${term})`, strong: true }), plain(from)]),
    },
  ];
  if (inventory !== undefined) blocks.push(inventoryBlock(printed, inventory));
  return blocks;
}

function inventoryBlock(printed: PrintedVersion, inventory: NonNullable<PrintedVersion['version']['inventory']>): Block {
  const { version } = printed;
  const meeting = version.meetings.find((entry) => entry.meeting === inventory.meeting) ?? spelled(inventory.meeting);
  const months = String(inventory.horizon.months);
  const due: Line =
    inventory.horizon.by === 'DEADLINE'
      ? around({ sv: 'Med på listan: ', en: 'Listed: ' }, deadlineWords[inventory.deadline], { sv: ' senast terminens sista dag', en: " no later than the term's last day" })
      : { sv: `Med på listan: överföring senast ${months} månader efter terminens sista dag`, en: `Listed: transfer no later than ${months} months after the term's last day` };
  const lines: Line[] = [
    due,
    around({ sv: 'Räknas för: ', en: 'Counted for: ' }, unitNames(version, inventory.receivers, 'and')),
    inventory.unknownNeedCounts === 'NEVER'
      ? { sv: 'Behov som inte bedömts räknas inte som känt', en: 'A need that is not assessed does not count as known' }
      : { sv: 'Behov som inte bedömts räknas som känt för den som är placerad genom familjevården', en: 'A need that is not assessed counts as known for those placed by the foster-care service' },
    ...(inventory.earlyAge === undefined ? [] : [{ sv: `Tidig lista: de som fyller ${String(inventory.earlyAge)} under terminen`, en: `Early list: those who turn ${String(inventory.earlyAge)} in the term` }]),
    { sv: `Påminnelse ${String(inventory.warnDaysBeforeTermEnd)} dagar före terminens slut`, en: `Reminder ${String(inventory.warnDaysBeforeTermEnd)} days before the term ends` },
  ];
  return {
    kind: 'TABLE',
    caption: { sv: 'Terminens inventering av kommande överföringar', en: "The term's inventory of coming transfers" },
    columns: [{ sv: 'Möte', en: 'Meeting' }, { sv: 'Vad', en: 'What' }, wording],
    widths: [22, 42, 36],
    rows: [[cell({ sv: meeting.sv, en: meeting.en, strong: true }), { lines }, citeCell(printed, inventory.ids)]],
  };
}
