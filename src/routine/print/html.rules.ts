/** A routine's document as one HTML page: nothing inline but words, so that the strictest policy of content lets it be. */
import type { Bilingual } from '../../kernel/text.ts';
import { forceWords } from '../words.model.ts';
import type { Block, Cell, CitedRule, DocumentTable, DocumentVersion, Line, RoutineDocument } from './document.model.ts';
import { ruleAnchor } from './routine-document.rules.ts';

/** Name of the style sheet, beside the page. */
export const styleSheet = 'routine.css';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => escapes[character] ?? character);
}

/** The English words, where they are others than the Swedish. */
function english({ sv, en }: Bilingual, element = 'span'): string {
  return en === '' || en === sv ? '' : `<${element} lang="en">${escapeHtml(en)}</${element}>`;
}

function heading(level: number, words: Bilingual, id?: string): string {
  const attribute = id === undefined ? '' : ` id="${escapeHtml(id)}"`;
  return `<h${level}${attribute}>${escapeHtml(words.sv)} ${english(words)}</h${level}>`;
}

function lineItem(line: Line, language: keyof Bilingual): string {
  const text = escapeHtml(line[language]);
  const words = line.strong === true ? `<strong>${text}</strong>` : text;
  return line.below === undefined || line.below.length === 0 ? words : `${words}${listOf(line.below, language)}`;
}

function listOf(lines: readonly Line[], language: keyof Bilingual): string {
  return `<ul>${lines.map((line) => `<li>${lineItem(line, language)}</li>`).join('')}</ul>`;
}

function linesIn(lines: readonly Line[], language: keyof Bilingual): string {
  const [only, ...more] = lines;
  if (only === undefined) return '';
  return more.length === 0 && only.below === undefined ? `<p>${lineItem(only, language)}</p>` : listOf(lines, language);
}

function citeHtml({ id, force, document, heading: place, quotation, reads, en }: CitedRule, version: string): string {
  const link = `<a href="#${escapeHtml(ruleAnchor(version, id))}">${escapeHtml(id)}</a>`;
  const asScanned = reads === null ? '' : `<p class="reads">Står i dokumentet: ”${escapeHtml(quotation)}”</p>`;
  return `<div class="cite"><p class="place">${link} <span class="force">${escapeHtml(forceWords[force].sv)}</span> <span title="${escapeHtml(document.sv)}">${escapeHtml(place)}</span></p>
<blockquote>”${escapeHtml(reads ?? quotation)}”</blockquote>${asScanned}<p lang="en">${escapeHtml(en)}</p></div>`;
}

function cellHtml({ lines, cites }: Cell, version: string): string {
  const other = lines.filter(({ sv, en }) => en !== '' && en !== sv);
  const inEnglish = other.length === 0 ? '' : `<div lang="en">${linesIn(other, 'en')}</div>`;
  return `${linesIn(lines, 'sv')}${inEnglish}${(cites ?? []).map((cite) => citeHtml(cite, version)).join('')}`;
}

function tableHtml({ caption, columns, widths, rows }: DocumentTable, version: string): string {
  const groups = widths.map((width) => `<col class="w${width}">`).join('');
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column.sv)} ${english(column)}</th>`).join('');
  const body = rows.map((cells) => {
    const [first, ...others] = cells;
    const anchor = first?.anchor === undefined ? '' : ` id="${escapeHtml(first.anchor)}"`;
    const name = first === undefined ? '' : `<th scope="row"${anchor}>${cellHtml(first, version)}</th>`;
    return `<tr>${name}${others.map((one) => `<td>${cellHtml(one, version)}</td>`).join('')}</tr>`;
  });
  return `<table>
<caption>${escapeHtml(caption.sv)} ${english(caption)}</caption>
<colgroup>${groups}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function blockHtml(block: Block, version: string): string {
  return block.kind === 'TABLE' ? tableHtml(block, version) : `<p>${escapeHtml(block.sv)} ${english(block)}</p>`;
}

function contentsHtml(versions: readonly DocumentVersion[]): string {
  const items = versions.map(({ id, title, sections }) => {
    const below = sections.map((section) => `<li><a href="#${escapeHtml(section.id)}">${escapeHtml(section.title.sv)}</a> ${english(section.title)}</li>`);
    return `<li><a href="#${escapeHtml(id)}">${escapeHtml(title.sv)}</a> ${english(title)}<ol>${below.join('')}</ol></li>`;
  });
  return `<nav aria-labelledby="contents">${heading(2, { sv: 'Innehåll', en: 'Contents' }, 'contents')}<ul>${items.join('\n')}</ul></nav>`;
}

/** The whole page. It asks for one other file, {@link styleSheet}, beside it. */
export function htmlOf(document: RoutineDocument): string {
  const { key, title, introduction, versions } = document;
  const body = versions.map(({ id, title: name, sections }) => {
    const inner = sections.map((section) => `<section aria-labelledby="${escapeHtml(section.id)}">
${heading(3, section.title, section.id)}
${section.blocks.map((block) => blockHtml(block, id)).join('\n')}
</section>`);
    return `<section aria-labelledby="${escapeHtml(id)}">
${heading(2, name, id)}
${inner.join('\n')}
</section>`;
  });
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.sv)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleSheet}">
</head>
<body>
<header>
<p class="key">${escapeHtml(key)}</p>
${heading(1, title)}
${introduction.map((block) => blockHtml(block, '')).join('\n')}
</header>
${contentsHtml(versions)}
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}
