/** Explanations with places to fill: `{birthday 20}`, `{asOf}`, `{validTo}`, `{authority}`, … compiled once. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';

/** What a place in an explanation may name. `birthday n` is beside them. */
export const templatePlaces = [
  'asOf',
  'validFrom',
  'validTo',
  'nextTransfer',
  'handling',
  'authority',
  'cost',
  'interim',
  'proposal',
  'parallel',
  'coordinator',
] as const;
export type TemplatePlace = (typeof templatePlaces)[number];

/** The words for each place, in one language. */
export interface Filling {
  readonly place: (name: TemplatePlace, language: keyof Bilingual) => string;
  readonly birthday: (age: number) => LocalDate;
}

export type Template = (filling: Filling) => Bilingual;

/** `opens`: the place begins a sentence, so its words begin with a capital. */
type Part = string | { readonly place: TemplatePlace; readonly opens: boolean } | { readonly birthday: number };

function isPlace(name: string): name is TemplatePlace {
  return (templatePlaces as readonly string[]).includes(name);
}

function beginsSentence(before: Part | undefined): boolean {
  return before === undefined || (typeof before === 'string' && /[.!?]\s+$/u.test(before));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The parts of a template text; a place that is none is returned as `unknown`. */
export function partsOf(text: string): { readonly parts: readonly Part[]; readonly unknown: readonly string[] } {
  const parts: Part[] = [];
  const unknown: string[] = [];
  text.split(/\{([^}]*)\}/u).forEach((piece, index) => {
    if (index % 2 === 0) {
      if (piece !== '') parts.push(piece);
      return;
    }
    const birthday = /^birthday (\d+)$/u.exec(piece)?.[1];
    if (birthday !== undefined) parts.push({ birthday: Number(birthday) });
    else if (isPlace(piece)) parts.push({ place: piece, opens: beginsSentence(parts.at(-1)) });
    else unknown.push(piece);
  });
  return { parts, unknown };
}

function compileOne(text: string, language: keyof Bilingual): (filling: Filling) => string {
  const { parts } = partsOf(text);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return () => only;
  return (filling) => {
    let filled = '';
    for (const part of parts) {
      if (typeof part === 'string') filled += part;
      else if ('place' in part) {
        const words = filling.place(part.place, language);
        filled += part.opens ? capitalised(words) : words;
      } else filled += filling.birthday(part.birthday);
    }
    return filled;
  };
}

export function compileTemplate(text: Bilingual): Template {
  const sv = compileOne(text.sv, 'sv');
  const en = compileOne(text.en, 'en');
  return (filling) => ({ sv: sv(filling), en: en(filling) });
}
