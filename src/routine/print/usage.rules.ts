/** What each sentence of the text is used for: the rows that cite it, the steps that rest on it, or why nothing does. */
import type { Bilingual } from '../../kernel/text.ts';
import type { RowEntry, RuleEntry, VersionEntry } from '../routine.model.ts';
import { deadlineWords, workflowWords } from '../words.model.ts';
import type { Line } from './document.model.ts';
import { around, joined } from './phrase.rules.ts';

function idsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, nested]: [string, unknown]) =>
    key === 'ids' && Array.isArray(nested) ? nested.filter((id) => typeof id === 'string') : idsOf(nested),
  );
}

const parts = {
  agreement: { sv: 'överenskommelser', en: 'agreements' },
  notes: { sv: 'läsningar', en: 'readings' },
  escalation: { sv: 'steg när man inte kommer överens', en: 'ladders' },
  meetings: { sv: 'möten', en: 'meetings' },
  cutOff: { sv: 'sista tid för anmälan', en: 'cut-off' },
  forms: { sv: 'innehåll', en: 'required contents' },
  acts: { sv: 'uppgifter och roller', en: 'acts and roles' },
  disclosure: { sv: 'vad som får berättas', en: 'disclosure' },
  thresholds: { sv: 'gränsvärden', en: 'thresholds' },
  inventory: { sv: 'inventering', en: 'inventory' },
} as const satisfies Partial<Record<keyof VersionEntry, Bilingual>>;

const tables = {
  ongoing: { sv: 'Pågående ansvar', en: 'Ongoing responsibility' },
  newMatter: { sv: 'Nya ärenden', en: 'New matters' },
  coordinator: { sv: 'Samordnare', en: 'Coordinator' },
} as const;

/** One line for each place. */
export function usageLines(id: string, { usedBy, textOnly }: Pick<RuleEntry, 'usedBy' | 'textOnly'>, version: VersionEntry): Line[] {
  const lines: Line[] = [];
  for (const key of ['ongoing', 'newMatter', 'coordinator'] as const) {
    const rows = (version[key]?.rows ?? []).filter((row: RowEntry) => idsOf(row).includes(id)).map(({ row }) => row);
    if (rows.length === 0) continue;
    const { sv, en } = tables[key];
    lines.push({ sv: `${sv}: rad ${rows.join(', ')}`, en: `${en}: row ${rows.join(', ')}` });
  }
  const deadlines = (version.transfer?.deadlines ?? []).filter(({ ids }) => ids.includes(id)).map(({ kind }) => deadlineWords[kind]);
  if (deadlines.length > 0) lines.push(around({ sv: 'Tidsfrist: ', en: 'Deadline: ' }, joined(deadlines, 'and')));
  const own = Object.entries(parts).filter(([key]) => idsOf(version[key as keyof typeof parts]).includes(id)).map(([, words]) => words);
  if (own.length > 0) lines.push(around({ sv: 'Eget sätt: ', en: 'Own ways: ' }, joined(own, 'and')));
  if (usedBy !== undefined) lines.push(around({ sv: 'Arbetssteg: ', en: 'Steps: ' }, joined(usedBy.map((workflow) => workflowWords[workflow]), 'and')));
  if (textOnly !== undefined) lines.push(around({ sv: 'Bara text: ', en: 'Text only: ' }, textOnly));
  return lines.length === 0 ? [{ sv: '–', en: '–' }] : lines;
}
