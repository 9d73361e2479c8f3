/** A routine's document as Markdown: the same tables, Swedish first, English in italics. */
import type { Bilingual } from '../../kernel/text.ts';
import { forceWords } from '../words.model.ts';
import type { Block, Cell, CitedRule, DocumentTable, Line, RoutineDocument } from './document.model.ts';

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_<>|[\]]/gu, (character) => `\\${character}`).replaceAll('\n', ' ');
}

function inItalics(text: string): string {
  return `*${escaped(text)}*`;
}

function bilingual({ sv, en }: Bilingual): string {
  return en === '' || en === sv ? escaped(sv) : `${escaped(sv)} / ${inItalics(en)}`;
}

function lineText(line: Line, language: keyof Bilingual): string {
  const text = language === 'en' ? inItalics(line.en) : line.strong === true ? `**${escaped(line.sv)}**` : escaped(line.sv);
  const below = (line.below ?? []).map((one) => `<br>&nbsp;&nbsp;– ${lineText(one, language)}`);
  return `${text}${below.join('')}`;
}

function citeText({ id, force, heading, quotation, reads, en }: CitedRule): string {
  const asScanned = reads === null ? '' : `<br>Står i dokumentet: ”${escaped(quotation)}”`;
  return `**${id}** ${forceWords[force].sv} · ${escaped(heading)}<br>”${escaped(reads ?? quotation)}”${asScanned}<br>${inItalics(en)}`;
}

function cellText({ lines, cites }: Cell): string {
  const other = lines.filter(({ sv, en }) => en !== '' && en !== sv);
  return [...lines.map((line) => lineText(line, 'sv')), ...other.map((line) => lineText(line, 'en')), ...(cites ?? []).map(citeText)].join('<br>');
}

function tableText({ caption, columns, rows }: DocumentTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    bilingual(caption),
    '',
    line(columns.map(bilingual)),
    line(columns.map(() => '---')),
    ...rows.map((cells) => line(cells.map(cellText))),
  ].join('\n');
}

function blockText(block: Block): string {
  return block.kind === 'TABLE' ? tableText(block) : bilingual(block);
}

/** The whole document. */
export function markdownOf({ key, title, introduction, versions }: RoutineDocument): string {
  const parts = [
    `# ${bilingual(title)}`,
    key,
    ...introduction.map(blockText),
    ...versions.flatMap((version) => [
      `## ${bilingual(version.title)}`,
      ...version.sections.flatMap((section) => [`### ${bilingual(section.title)}`, ...section.blocks.map(blockText)]),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}
