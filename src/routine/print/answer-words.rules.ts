/** What a row answers, in plain words, and its explanation with the places named instead of filled. */
import type { Bilingual } from '../../kernel/text.ts';
import { partsOf } from '../template.rules.ts';
import type { TemplatePlace } from '../template.rules.ts';
import type { ConsultationEntry, CoHandlerEntry, Gap, RowAnswer, RowEntry, Supplement, UnitSource, VersionEntry } from '../routine.model.ts';
import { coHandlerWords, factWords, forumWords, needWords, outcomeWords, planQuestionWords } from '../words.model.ts';
import { birthdayWords, whenLines } from './condition-words.rules.ts';
import type { Line } from './document.model.ts';
import { around, capitalised, joined, roleName, sourceName, spelled, unitName, unitNames } from './phrase.rules.ts';
import type { Naming } from './phrase.rules.ts';

const beforeWords: Readonly<Record<string, Bilingual>> = {
  COST_DECISION: { sv: 'beslut med kostnadsansvar', en: 'a decision with cost responsibility' },
  OPENING_DECISION: { sv: 'beslut om att inleda utredning', en: 'the decision to open an investigation' },
  HANDLING: { sv: 'handläggningen', en: 'handling' },
};

function consultLine({ unit, role, before }: ConsultationEntry, naming: Naming): Line {
  const who = around(around({ sv: 'Samråd med ', en: 'Consultation of the ' }, roleName(role)), { sv: ' vid ', en: ' at ' });
  const where = around(around(who, unitName(naming, unit)), { sv: ' före ', en: ' before ' });
  return around(where, beforeWords[before] ?? spelled(before));
}

function coHandlerLine({ requirement, unit }: CoHandlerEntry, naming: Naming): Line {
  const line = around({ sv: 'Medhandläggare ', en: 'Co-handler ' }, coHandlerWords[requirement]);
  return unit === undefined ? line : around(line, { sv: ', från ', en: ', from ' }, unitName(naming, unit));
}

function unitLines(answer: RowAnswer, naming: Naming): Line[] {
  const { handling, authority, cost, interim, parallel, proposal } = answer;
  const line = (sv: string, en: string, source: UnitSource): Line => around({ sv: `${sv}: `, en: `${en}: ` }, sourceName(naming, source));
  const lines: Line[] = [];
  const isOne = handling === undefined || authority === undefined || JSON.stringify(handling) === JSON.stringify(authority);
  const both = authority ?? handling;
  if (isOne && both !== undefined) lines.push(line('Ansvarig enhet', 'Responsible unit', both));
  if (!isOne) lines.push(line('Beslutar', 'Decides', authority), line('Har pågående insatser', 'Runs ongoing interventions', handling));
  if (cost !== undefined) lines.push(line('Betalar', 'Pays', cost));
  if (parallel === 'SECTION_UNITS') lines.push({ sv: 'Utreder var sin del: enheterna som frågan rör', en: 'Each investigates its part: the units concerned' });
  else if (parallel !== undefined) lines.push(around({ sv: 'Utreder parallellt: ', en: 'Investigate in parallel: ' }, unitNames(naming, parallel, 'and')));
  if (interim !== undefined) lines.push(line('Har det under tiden', 'Keeps it meanwhile', interim));
  if (proposal !== undefined) lines.push(line('Naturlig mottagare', 'Natural receiver', proposal));
  return lines;
}

function coordinatorLines({ coordinator, planQuestion }: RowAnswer, naming: Naming): Line[] {
  if (coordinator === undefined) return [];
  const who: Bilingual =
    coordinator === 'LONGEST_CONTACT'
      ? { sv: 'handläggaren med längst kontakt med familjen', en: 'the caseworker with the longest contact with the family' }
      : around({ sv: 'handläggaren vid ', en: 'the caseworker at ' }, unitName(naming, coordinator));
  const plan = planQuestionWords[planQuestion ?? 'DISCUSS'];
  return [
    around({ sv: 'Samordnar: ', en: 'Coordinates: ' }, who),
    { sv: `Gemensam planering ${plan.sv}`, en: `A joint plan is ${plan.en}` },
  ];
}

/** What a row answers, a line each, the kind of answer first. */
export function answerLines({ answer, answerFrom, exception, goesOn }: RowEntry, naming: Naming): Line[] {
  if (answer === undefined || answerFrom !== undefined) {
    return [{ sv: 'Svaret är detsamma som i tabellen över pågående ansvar', en: 'The answer is that of the table of ongoing responsibility', strong: true }];
  }
  const lines: Line[] = [{ ...outcomeWords[answer.outcome], strong: true }];
  if (exception === true) lines.push({ sv: 'Undantag från huvudregeln', en: 'Exception to the main rule' });
  lines.push(...unitLines(answer, naming), ...coordinatorLines(answer, naming));
  if (answer.raiseAt !== undefined) lines.push(around({ sv: 'Lyfts till ', en: 'Raised to ' }, forumWords[answer.raiseAt]));
  if (answer.asks !== undefined) {
    lines.push(around({ sv: 'Behöver utredas: ', en: 'To be found out: ' }, joined(answer.asks.map((kind) => factWords[kind]), 'and')));
  }
  if (answer.coHandler !== undefined) lines.push(coHandlerLine(answer.coHandler, naming));
  lines.push(...(answer.consult ?? []).map((consult) => consultLine(consult, naming)));
  if (goesOn !== undefined) {
    lines.push(
      goesOn.settles.length === 0
        ? { sv: 'Tillägg: följande rader avgör resten', en: 'An addition: the rows below settle the rest' }
        : around({ sv: 'Avgör bara: ', en: 'Settles only: ' }, joined(goesOn.settles.map((need) => needWords[need]), 'and'), { sv: '; följande rader avgör resten', en: '; the rows below settle the rest' }),
    );
  }
  return lines;
}

/** What applies where the facts that would decide are not known. */
export function gapLine({ interim, raiseAt }: Gap, naming: Naming): Line | null {
  const parts: Bilingual[] = [];
  if (interim !== undefined) parts.push(around(sourceName(naming, interim), { sv: ' har det under tiden', en: ' keeps it meanwhile' }));
  if (raiseAt !== undefined) parts.push(around({ sv: 'frågan lyfts till ', en: 'the question is raised to ' }, forumWords[raiseAt]));
  if (parts.length === 0) return null;
  return around({ sv: 'Är uppgifterna osäkra: ', en: 'Where the facts are not known: ' }, joined(parts, 'and'));
}

/** What a row adds when a further condition holds. */
export function supplementLine({ when, ids, note, coHandler, consult }: Supplement, version: VersionEntry): Line {
  const below: Line[] = [];
  if (coHandler !== undefined) below.push(coHandlerLine(coHandler, version));
  below.push(...(consult ?? []).map((entry) => consultLine(entry, version)));
  if (ids !== undefined) below.push({ sv: `Gäller också: ${ids.join(', ')}`, en: `Also applies: ${ids.join(', ')}` });
  const words = note === undefined ? undefined : version.notes?.[note];
  if (note !== undefined) below.push({ sv: `Anmärkning (${note}): ${words?.sv ?? ''}`, en: `Note (${note}): ${words?.en ?? ''}` });
  if (when === undefined) return { sv: 'Dessutom:', en: 'In addition:', below };
  const conditions = joined(whenLines(when, version).map(({ sv, en }) => ({ sv: lowered(sv), en: lowered(en) })), 'and');
  return { ...around({ sv: 'Dessutom – ', en: 'In addition – ' }, conditions, { sv: ':', en: ':' }), below };
}

function lowered(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

const dateWords: Partial<Record<TemplatePlace, Bilingual>> = {
  asOf: { sv: 'den dag frågan gäller', en: 'the day asked about' },
  validFrom: { sv: 'första dagen', en: 'the first day' },
  validTo: { sv: 'slutdatumet', en: 'the end date' },
  nextTransfer: { sv: 'nästa överföring', en: 'the next transfer' },
  coordinator: { sv: 'samordnarens enhet', en: "the coordinator's unit" },
};

/** The reason that an answer gives, with what its places stand for. A birthday in brackets after its own name is left out. */
export function becauseLine({ because, answer }: RowEntry, naming: Naming): Line {
  const wordsOf = (place: TemplatePlace): Bilingual => {
    const fixed = dateWords[place];
    if (fixed !== undefined) return fixed;
    if (place === 'parallel') return Array.isArray(answer?.parallel) ? unitNames(naming, answer.parallel, 'and') : { sv: 'enheterna', en: 'the units' };
    const key = place as 'handling' | 'authority' | 'cost' | 'interim' | 'proposal';
    const source = answer?.[key] ?? (key === 'handling' ? answer?.authority : key === 'authority' ? answer?.handling : undefined);
    return source === undefined ? { sv: 'enheten', en: 'the unit' } : sourceName(naming, source);
  };
  const fill = (text: string, language: keyof Bilingual): string => {
    let filled = '';
    for (const part of partsOf(text.replaceAll(/ \(\{birthday \d+\}\)/gu, '')).parts) {
      if (typeof part === 'string') filled += part;
      else if ('birthday' in part) filled += birthdayWords(part.birthday)[language];
      else filled += part.opens ? capitalised(wordsOf(part.place))[language] : wordsOf(part.place)[language];
    }
    return filled;
  };
  return { sv: `Skäl: ${fill(because.sv, 'sv')}`, en: `Reason: ${fill(because.en, 'en')}` };
}
