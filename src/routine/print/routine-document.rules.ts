/** A routine as a document that a lawyer can hold beside the Swedish text: every version, table and sentence. */
import type { Bilingual } from '../../kernel/text.ts';
import type { RoutineFile, VersionEntry } from '../routine.model.ts';
import type { Routine } from '../version.model.ts';
import { forceWords } from '../words.model.ts';
import { citeCell } from './cite.rules.ts';
import type { PrintedVersion } from './cite.rules.ts';
import { decisionTable, holderBlocks, scopeBlocks, transferBlocks } from './decision-tables.rules.ts';
import type { Block, DocumentSection, DocumentVersion, RoutineDocument } from './document.model.ts';
import { actBlocks, escalationBlocks, formBlocks, meetingBlocks, numberBlocks } from './own-ways.rules.ts';
import { cell, capitalised, plain } from './phrase.rules.ts';
import { usageLines } from './usage.rules.ts';

type Printable = Pick<RoutineFile, 'routine' | 'documents' | 'versions'> & Bilingual;

/** The id that links to a sentence of a version. */
export function ruleAnchor(version: string, id: string): string {
  return `${version}-${id}`;
}

function noteBlocks(printed: PrintedVersion): Block[] {
  const { notes } = printed.version;
  if (notes === undefined) return [];
  return [
    {
      kind: 'TABLE',
      caption: { sv: 'Läsningar och anmärkningar', en: 'Readings and notes' },
      columns: [{ sv: 'Kod', en: 'Code' }, { sv: 'Läsning', en: 'Reading' }, { sv: 'Rutinens ord', en: 'Wording of the routine' }],
      widths: [24, 42, 34],
      rows: Object.entries(notes).map(([code, { sv, en, ids }]) => [plain(code), cell({ sv, en }), citeCell(printed, ids)]),
    },
  ];
}

function unitBlocks({ version }: PrintedVersion): Block[] {
  const kinds = { UNIT: { sv: 'enhet', en: 'unit' }, DEPARTMENT: { sv: 'avdelning', en: 'department' }, JOINT: { sv: 'gemensam kostnad', en: 'shared cost' } } as const;
  return [
    {
      kind: 'TABLE',
      caption: { sv: 'Enheter och vad texten kallar dem', en: 'Units and what the text calls them' },
      columns: [{ sv: 'Namn i frågor och svar', en: 'Name in questions and answers' }, { sv: 'Enhet', en: 'Unit' }, { sv: 'I texten', en: 'In the text' }],
      widths: [30, 40, 30],
      rows: Object.entries(version.units).map(([key, { sv, en, kind, aliases }]) => {
        const called = (aliases ?? []).join(', ');
        return [plain(key), cell(capitalised({ sv: `${sv} (${kinds[kind].sv})`, en: `${en} (${kinds[kind].en})` })), cell({ sv: called === '' ? '–' : called, en: called === '' ? '–' : called })];
      }),
    },
  ];
}

/** Every sentence that the routine's data rests on, in the order of the text. */
function ruleBlocks(printed: PrintedVersion, anchor: (id: string) => string): Block[] {
  const { file, version } = printed;
  return Object.entries(file.documents).flatMap(([document, title]): Block[] => {
    const rules = Object.entries(version.rules).filter(([, rule]) => rule.source.document === document);
    if (rules.length === 0) return [];
    return [
      {
        kind: 'TABLE',
        caption: { sv: `Dokument ${document}: ${title.sv}`, en: `Document ${document}: ${title.en}` },
        columns: [{ sv: 'Regel', en: 'Rule' }, { sv: 'Rubrik', en: 'Heading' }, { sv: 'Ordalydelse', en: 'Wording' }, { sv: 'Styrka', en: 'Force' }, { sv: 'Används i', en: 'Used in' }],
        widths: [8, 17, 43, 10, 22],
        rows: rules.map(([id, rule]) => {
          const { source, force, en } = rule;
          return [
            { lines: plain(id).lines, anchor: anchor(id) },
            cell({ sv: source.section, en: source.section }),
            cell(
              { sv: `”${source.reads ?? source.text}”`, en },
              ...(source.reads === undefined ? [] : [{ sv: `Står i dokumentet: ”${source.text}”`, en: '' }]),
            ),
            cell({ sv: `${forceWords[force].sv} (${force})`, en: forceWords[force].en }),
            { lines: usageLines(id, rule, version) },
          ];
        }),
      },
    ];
  });
}

function sectionsOf(printed: PrintedVersion, id: string): DocumentSection[] {
  const { version } = printed;
  const { ongoing, newMatter, coordinator } = version;
  const first = 'Tabellen läses uppifrån: den första rad vars villkor alla är uppfyllda ger svaret.';
  const firstEn = 'The table is read from the top: the first row whose conditions all hold gives the answer.';
  const tables: DocumentSection[] = [
    { id: `${id}-ongoing`, title: { sv: 'Vem som ansvarar för en person', en: 'Who is responsible for a person' }, blocks: ongoing === undefined ? [] : decisionTable({ sv: first, en: firstEn }, ongoing, printed) },
    { id: `${id}-transfer`, title: { sv: 'Överlämning och tidsfrister', en: 'Transfer and deadlines' }, blocks: transferBlocks(printed) },
    { id: `${id}-new-matter`, title: { sv: 'Vem som tar ett nytt ärende', en: 'Who takes a new matter' }, blocks: newMatter === undefined ? [] : decisionTable({ sv: first, en: firstEn }, newMatter, printed) },
    { id: `${id}-coordinator`, title: { sv: 'Vem som samordnar', en: 'Who coordinates' }, blocks: coordinator === undefined ? [] : decisionTable({ sv: first, en: firstEn }, coordinator, printed) },
    { id: `${id}-scope`, title: { sv: 'Överenskommelser, områden och vem som har ärendet', en: 'Agreements, areas, and who has the case' }, blocks: [...holderBlocks(printed), ...scopeBlocks(printed)] },
    { id: `${id}-notes`, title: { sv: 'Hur oklara ställen är lästa', en: 'How unclear passages are read' }, blocks: noteBlocks(printed) },
    { id: `${id}-escalation`, title: { sv: 'När man inte kommer överens', en: 'Where views differ' }, blocks: escalationBlocks(printed) },
    { id: `${id}-meetings`, title: { sv: 'Möten', en: 'Meetings' }, blocks: meetingBlocks(printed) },
    { id: `${id}-acts`, title: { sv: 'Uppgifter, roller och vad som får berättas', en: 'Acts, roles and what may be told' }, blocks: actBlocks(printed) },
    { id: `${id}-forms`, title: { sv: 'Vad som ska finnas med', en: 'Required contents' }, blocks: formBlocks(printed) },
    { id: `${id}-numbers`, title: { sv: 'Gränsvärden, terminer och inventering', en: 'Thresholds, terms and inventory' }, blocks: numberBlocks(printed) },
    { id: `${id}-units`, title: { sv: 'Enheter', en: 'Units' }, blocks: unitBlocks(printed) },
    { id: `${id}-rules`, title: { sv: 'Texten, mening för mening', en: 'The text, sentence by sentence' }, blocks: ruleBlocks(printed, (rule) => ruleAnchor(id, rule)) },
  ];
  return tables.filter(({ blocks }) => blocks.length > 0);
}

function versionOf(file: Printable, version: VersionEntry, next: VersionEntry | undefined): DocumentVersion {
  const id = `v${version.from}`;
  const reading = version.fromReading;
  const opening: Block[] = reading === undefined ? [] : [{ kind: 'PARAGRAPH', ...reading }];
  const sections = sectionsOf({ file, version }, id);
  const [firstSection, ...others] = sections;
  return {
    id,
    title:
      next === undefined
        ? { sv: `I kraft från och med ${version.from}`, en: `In force from ${version.from}` }
        : { sv: `I kraft från och med ${version.from}, till ${next.from}`, en: `In force from ${version.from}, until ${next.from}` },
    sections: firstSection === undefined ? [] : [{ ...firstSection, blocks: [...opening, ...firstSection.blocks] }, ...others],
  };
}

function introductionOf({ documents }: Printable): Block[] {
  return [
    {
      kind: 'TABLE',
      caption: { sv: 'Dokument', en: 'Documents' },
      columns: [{ sv: 'Nr', en: 'No.' }, { sv: 'Titel', en: 'Title' }, { sv: 'Fil', en: 'File' }, { sv: 'Fastställd', en: 'Adopted' }, { sv: 'Reviderad', en: 'Revised' }],
      widths: [8, 44, 24, 12, 12],
      rows: Object.entries(documents).map(([key, { sv, en, file, adopted, revised }]) => [
        plain(key),
        cell({ sv, en }),
        cell({ sv: file, en: file }),
        cell({ sv: adopted ?? '–', en: adopted ?? '–' }),
        cell({ sv: revised ?? '–', en: revised ?? '–' }),
      ]),
    },
  ];
}

/** Lays a routine out: documents, then each version with its tables, the organisation's own ways, and the text. */
export function documentOf(routine: Pick<Routine, 'key' | 'name' | 'documents' | 'versions'>): RoutineDocument {
  const entries = routine.versions.map(({ entry }) => entry);
  const file: Printable = { routine: routine.key, ...routine.name, documents: routine.documents, versions: entries };
  return {
    key: routine.key,
    title: routine.name,
    introduction: introductionOf(file),
    versions: entries.map((version, index) => versionOf(file, version, entries[index + 1])).reverse(),
  };
}
