/** Whether a routine's quotations stand in its text, each under the heading that it names. */
import type { RoutineFileFault } from '../routine.check.ts';
import type { DocumentEntry } from '../routine.model.ts';
import type { Routine } from '../version.model.ts';

/** A text with its white space made even, and where its lines begin. */
interface Text {
  readonly all: string;
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}

function even(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function readText(source: string): Text {
  const lines: { at: number; text: string }[] = [];
  let at = 0;
  for (const text of source.split('\n').map(even)) {
    if (text === '') continue;
    lines.push({ at, text });
    at += text.length + 1;
  }
  return { all: lines.map(({ text }) => text).join(' '), lines };
}

/** Where a heading stands: a line of its own, else the first line that begins with it; it may go on over several. */
function placeOf(text: Text, heading: string): number | undefined {
  const wanted = even(heading);
  const own = text.lines.find((line) => line.text === wanted);
  return (own ?? text.lines.find(({ at }) => text.all.startsWith(wanted, at)))?.at;
}

/** Marks that scanning leaves and Swedish does not have. */
const scanned = /[#§&]|[é£]|\p{L}\d|\d\p{L}/u;

function documentFaults(routine: Routine, key: string, document: DocumentEntry, source: string): RoutineFileFault[] {
  const text = readText(source);
  const faults: RoutineFileFault[] = [];
  routine.versions.forEach(({ entry }, index) => {
    const rules = Object.entries(entry.rules).filter(([, rule]) => rule.source.document === key);
    const sections = new Map<string, number | undefined>();
    for (const [, { source: { section } }] of rules) sections.set(section, placeOf(text, document.headings?.[section] ?? section));
    const starts = [...sections.values()].filter((at) => at !== undefined).sort((a, b) => a - b);
    for (const [id, { source: { section, text: quotation, reads } }] of rules) {
      const path = ['versions', index, 'rules', id, 'source'];
      const from = sections.get(section);
      const wanted = even(quotation);
      if (from === undefined) {
        faults.push({ path: [...path, 'section'], message: `${id}: no heading "${section}" in ${document.file}`, example: `headings: { "${section}": "as it stands in the text" }` });
        continue;
      }
      const until = starts.find((at) => at > from) ?? text.all.length;
      if (!text.all.slice(from, until).includes(wanted)) {
        const where = text.all.includes(wanted) ? `stands under another heading than "${section}"` : 'is not there';
        faults.push({ path: [...path, 'text'], message: `${id}: the quotation ${where} in ${document.file}: ${wanted}`, example: 'the words exactly as they stand, errors of scanning included' });
      }
      if (scanned.test(quotation) && reads === undefined) {
        faults.push({ path, message: `${id}: the quotation has errors of scanning and is not given in correct Swedish`, example: 'reads: "på handläggarnivå"' });
      }
    }
  });
  return faults;
}

/**
 * What is wrong with the quotations of a routine.
 * @param textOf the text of a document by its file name; undefined where there is none
 */
export function quotationFaults(routine: Routine, textOf: (file: string) => string | undefined): readonly RoutineFileFault[] {
  return Object.entries(routine.documents).flatMap(([key, document]) => {
    const source = textOf(document.file);
    if (source !== undefined) return documentFaults(routine, key, document, source);
    return [{ path: ['documents', key, 'file'], message: `there is no text ${document.file}`, example: '000_76ed75563cfbf787.txt' }];
  });
}
