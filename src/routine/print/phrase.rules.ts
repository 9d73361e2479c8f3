/** Phrases in two languages, put together from words. */
import type { Bilingual } from '../../kernel/text.ts';
import { roles, type Role } from '../../access/roles.model.ts';
import type { UnitSource, UnitWord, VersionEntry } from '../routine.model.ts';
import type { Cell, Line } from './document.model.ts';

export type Naming = Pick<VersionEntry, 'units'>;

const joints = { and: { sv: 'och', en: 'and' }, or: { sv: 'eller', en: 'or' } } as const;

function joinOne(words: readonly string[], joint: string): string {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** "A, B och C". */
export function joined(words: readonly Bilingual[], joint: keyof typeof joints): Bilingual {
  return { sv: joinOne(words.map(({ sv }) => sv), joints[joint].sv), en: joinOne(words.map(({ en }) => en), joints[joint].en) };
}

/** `before` and `after` in each language around the words. */
export function around(before: Bilingual, words: Bilingual, after: Bilingual = { sv: '', en: '' }): Bilingual {
  return { sv: `${before.sv}${words.sv}${after.sv}`, en: `${before.en}${words.en}${after.en}` };
}

/** With a capital in each language. */
export function capitalised({ sv, en }: Bilingual): Bilingual {
  return { sv: sv.charAt(0).toUpperCase() + sv.slice(1), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** A name that has no words of its own: its code, readable. */
export function spelled(code: string): Bilingual {
  const text = code.toLowerCase().replaceAll('_', ' ');
  return { sv: text, en: text };
}

export function roleName(role: string): Bilingual {
  return Object.hasOwn(roles, role) ? roles[role as Role] : spelled(role);
}

export function unitName({ units }: Naming, unit: string): Bilingual {
  const entry = units[unit];
  return entry === undefined ? spelled(unit) : { sv: entry.sv, en: entry.en };
}

const sourceWords: Readonly<Record<UnitWord, Bilingual>> = {
  RECEIVED_BY: { sv: 'enheten som tog emot ärendet', en: 'the unit that received the matter' },
  OWNER_UNIT: { sv: 'enheten som förfogar över insatsen', en: 'the unit that commands the intervention' },
  AGREED_UNIT: { sv: 'enheten som cheferna kommit överens om', en: 'the unit that the managers agreed on' },
  DECIDED_UNIT: { sv: 'den mottagande enhet som mötet bestämt', en: 'the receiving unit that the meeting decided on' },
  HOLDER: { sv: 'enheten som har ärendet', en: 'the unit that has the case' },
  OPEN_CASE_UNIT: { sv: 'enheten med öppet ärende', en: 'the unit with an open case' },
  PRIOR_UNIT: { sv: 'enheten som senast haft ärende', en: 'the unit that last had a case' },
  DECISION_UNIT: { sv: 'enheten som svarar för pågående vård eller placering', en: 'the unit that answers for care or a placement in force' },
  BY_AGE: { sv: 'enheten som ansvarar för personen enligt ovan', en: 'the unit responsible for the person as above' },
  NONE: { sv: 'ingen enhet', en: 'no unit' },
};

/** Who a unit source names: a unit, a word for one, or the first of several that names one. */
export function sourceName(naming: Naming, source: UnitSource): Bilingual {
  const nameOf = (word: string): Bilingual => (Object.hasOwn(sourceWords, word) ? sourceWords[word as UnitWord] : unitName(naming, word));
  if (typeof source === 'string') return nameOf(source);
  const [first, ...others] = source.map(nameOf);
  if (first === undefined) return sourceWords.NONE;
  const then = { sv: ', annars ', en: ', otherwise ' };
  return others.reduce((words, other) => around(words, then, other), first);
}

export function unitNames(naming: Naming, units: readonly string[], joint: keyof typeof joints = 'or'): Bilingual {
  return joined(units.map((unit) => unitName(naming, unit)), joint);
}

/** A cell with one line. */
export function cell(...lines: readonly Line[]): Cell {
  return { lines };
}

/** A cell with the same text in both languages: a name, a number, a date. */
export function plain(text: string | number): Cell {
  return { lines: [{ sv: String(text), en: String(text), strong: true }] };
}
