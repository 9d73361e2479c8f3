/** Conditions of a routine file in plain words, one line for each thing that must hold. */
import type { Bilingual } from '../../kernel/text.ts';
import type { Condition, FactCondition, NeedCondition } from '../routine.model.ts';
import { factWords, matterWords, needValueWords, needWords, outcomeWords } from '../words.model.ts';
import type { Line } from './document.model.ts';
import { around, capitalised, joined, unitName, unitNames } from './phrase.rules.ts';
import type { Naming } from './phrase.rules.ts';

const years = (age: number): string => String(age);
const not: Bilingual = { sv: 'inte: ', en: 'not: ' };

/** "20-årsdagen". */
export function birthdayWords(age: number): Bilingual {
  return { sv: `${years(age)}-årsdagen`, en: `the ${ordinal(age)} birthday` };
}

function ordinal(age: number): string {
  const teen = age % 100 >= 11 && age % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][age % 10] ?? 'th');
  return `${years(age)}${ending}`;
}

function ageLine({ fromAge, beforeAge }: Condition): Line[] {
  if (fromAge !== undefined && beforeAge !== undefined) {
    return [{ sv: `har fyllt ${years(fromAge)} men inte ${years(beforeAge)} år`, en: `has turned ${years(fromAge)} but not ${years(beforeAge)}` }];
  }
  if (fromAge !== undefined) return [{ sv: `har fyllt ${years(fromAge)} år`, en: `has turned ${years(fromAge)}` }];
  if (beforeAge !== undefined) return [{ sv: `har inte fyllt ${years(beforeAge)} år`, en: `has not turned ${years(beforeAge)}` }];
  return [];
}

function filtered({ kind, where }: FactCondition, naming: Naming): Bilingual {
  let words: Bilingual = factWords[kind];
  if (where?.placedByFosterCareService === true) words = around(words, { sv: ' genom familjevården', en: ' by the foster-care service' });
  if (where?.placedByFosterCareService === false) words = around(words, { sv: ', inte genom familjevården', en: ', not by the foster-care service' });
  if (where?.atRisk !== undefined) {
    words = around(words, where.atRisk ? { sv: ' (i riskzon)', en: ' (at risk)' } : { sv: ' (konstaterad)', en: ' (established)' });
  }
  if (where?.diagnosisDocumented !== undefined) {
    words = around(words, where.diagnosisDocumented ? { sv: ' med dokumenterad diagnos', en: ' with a documented diagnosis' } : { sv: ' utan dokumenterad diagnos', en: ' without a documented diagnosis' });
  }
  return where?.unit === undefined ? words : around(words, { sv: ' vid ', en: ' at ' }, unitNames(naming, where.unit));
}

function endedWords({ fromAge, beforeAge, withinYears }: NonNullable<FactCondition['ended']>): Bilingual {
  const parts: Bilingual[] = [{ sv: 'som upphört', en: 'that has ended' }];
  if (fromAge !== undefined && beforeAge !== undefined) {
    parts.push({ sv: `mellan ${years(fromAge)}- och ${years(beforeAge)}-årsdagen`, en: `between the ${ordinal(fromAge)} and the ${ordinal(beforeAge)} birthday` });
  } else if (fromAge !== undefined) parts.push(around({ sv: 'efter ', en: 'after ' }, birthdayWords(fromAge)));
  else if (beforeAge !== undefined) parts.push(around({ sv: 'före ', en: 'before ' }, birthdayWords(beforeAge)));
  if (withinYears !== undefined) parts.push({ sv: `inom ${years(withinYears)} år`, en: `within ${years(withinYears)} years` });
  return { sv: parts.map(({ sv }) => sv).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

function formWords({ begunBeforeAge, begunFromAge, onBirthday, onSomeDayFromAge, ever, ended }: FactCondition): Bilingual | null {
  if (onBirthday !== undefined) {
    const on = around({ sv: 'på ', en: 'on ' }, birthdayWords(onBirthday));
    return begunBeforeAge === undefined ? on : around(on, { sv: ', sedan före ', en: ', since before ' }, birthdayWords(begunBeforeAge));
  }
  if (onSomeDayFromAge !== undefined) return around({ sv: 'någon dag från ', en: 'on some day from ' }, birthdayWords(onSomeDayFromAge));
  if (ever === true) return { sv: 'nu eller tidigare', en: 'now or earlier' };
  if (ended !== undefined) return endedWords(ended);
  if (begunBeforeAge !== undefined && begunFromAge === undefined) {
    return around({ sv: 'som pågår sedan före ', en: 'ongoing since before ' }, birthdayWords(begunBeforeAge));
  }
  if (begunFromAge !== undefined) {
    const begun = around({ sv: 'som börjat på eller efter ', en: 'begun on or after ' }, birthdayWords(begunFromAge));
    return begunBeforeAge === undefined ? begun : around(begun, { sv: ' men före ', en: ' but before ' }, birthdayWords(begunBeforeAge));
  }
  return null;
}

/** A fact and when it holds, as a noun: "familjehemsplacering som pågår sedan före 20-årsdagen". */
export function factPhrase(fact: FactCondition, naming: Naming): Bilingual {
  const noun = filtered(fact, naming);
  const form = formWords(fact);
  return form === null ? noun : around(noun, { sv: ' ', en: ' ' }, form);
}

function needPhrase({ anyOf, clearlyEvident }: NeedCondition): Bilingual {
  const named = around({ sv: 'behov: ', en: 'need: ' }, joined(anyOf.map((need) => needWords[need]), 'or'));
  return clearlyEvident === true ? around(named, { sv: ' – det framgår tydligt', en: ' – it clearly appears' }) : named;
}

function matterLines(condition: Condition, naming: Naming): Line[] {
  const { matter, householdHasChildren, parallelNeed, receivedBy, ownerUnit, sections } = condition;
  const lines: Line[] = [];
  if (matter !== undefined) lines.push(joined(matter.map((type) => matterWords[type]), 'or'));
  if (receivedBy !== undefined) lines.push(around({ sv: 'inkommet till ', en: 'received by ' }, unitNames(naming, receivedBy)));
  if (householdHasChildren === true) lines.push({ sv: 'barnfamilj', en: 'the household has children' });
  if (householdHasChildren === false) lines.push({ sv: 'hushåll utan barn', en: 'the household has no children' });
  if (parallelNeed === true) lines.push({ sv: 'behovet kräver parallell utredning', en: 'the need calls for parallel investigation' });
  if (parallelNeed === false) lines.push({ sv: 'behovet kräver inte parallell utredning', en: 'the need does not call for parallel investigation' });
  if (ownerUnit !== undefined) lines.push({ sv: 'det är känt vilken enhet som förfogar över insatsen', en: 'it is known which unit commands the intervention' });
  if (sections === 'BOTH_SIDES') lines.push({ sv: 'frågan rör verksamheter på båda sidor', en: 'the question concerns operations on both sides' });
  if (sections === 'ONE_SIDE') lines.push({ sv: 'frågan rör verksamheter på bara den ena sidan', en: 'the question concerns operations on one side only' });
  if (sections === 'WIDENED') lines.push({ sv: 'frågan rör ett område som rutinen alltid omfattar', en: 'the question concerns an area that the routine always covers' });
  return lines;
}

function involvementLines(condition: Condition, naming: Naming): Line[] {
  const { unitsAtLeast, unitsInclude, childConcern, guardianInvolved, investigationAt, investigationOpen } = condition;
  const lines: Line[] = [];
  if (unitsAtLeast !== undefined) lines.push({ sv: `minst ${years(unitsAtLeast)} enheter är inblandade`, en: `at least ${years(unitsAtLeast)} units are involved` });
  if (unitsInclude !== undefined) lines.push(around(unitNames(naming, unitsInclude, 'and'), { sv: ' är inblandade', en: ' are involved' }));
  if (childConcern !== undefined) lines.push(childConcern ? { sv: 'oro för barn', en: 'concern for a child' } : { sv: 'ingen oro för barn', en: 'no concern for a child' });
  if (guardianInvolved !== undefined) {
    lines.push(guardianInvolved ? { sv: 'vårdnadshavaren har kontakt med de andra enheterna', en: 'the guardian is in contact with the other units' } : { sv: 'vårdnadshavaren har inte kontakt med alla andra enheter', en: 'the guardian is not in contact with every other unit' });
  }
  if (investigationAt !== undefined) lines.push(around({ sv: 'utredning pågår vid ', en: 'an investigation is open at ' }, unitNames(naming, investigationAt, 'and')));
  if (investigationOpen !== undefined) lines.push(investigationOpen ? { sv: 'utredning är inledd vid någon enhet', en: 'an investigation is open at some unit' } : { sv: 'ingen utredning är inledd', en: 'no investigation is open' });
  return lines;
}

function recordLines(condition: Condition, naming: Naming): Line[] {
  const { continuedNeed, meetingOutcome, ongoing, needs, onlyNeeds } = condition;
  const lines: Line[] = [];
  if (condition.agreement !== undefined) lines.push({ sv: 'en fullständig överenskommelse mellan cheferna gäller', en: "a complete managers' agreement is in force" });
  if (continuedNeed !== undefined) {
    lines.push(around({ sv: 'fortsatt behov: ', en: 'continued need: ' }, joined(continuedNeed.map((value) => needValueWords[value]), 'or')));
  }
  if (meetingOutcome === 'TRANSFER') lines.push({ sv: 'mötet har senast beslutat om överföring till en bestämd enhet', en: 'the latest meeting outcome is a transfer to a decided unit' });
  if (meetingOutcome === 'NO_TRANSFER') lines.push({ sv: 'mötet har senast beslutat att ingen överföring sker', en: 'the latest meeting outcome is no transfer' });
  lines.push(...(needs ?? []).map(needPhrase));
  if (onlyNeeds !== undefined) lines.push(around({ sv: 'enda behov: ', en: 'only need: ' }, joined(onlyNeeds.map((need) => needWords[need]), 'or')));
  if (ongoing?.unit !== undefined) lines.push(around({ sv: 'ansvaret för personen ligger hos ', en: 'responsibility for the person lies with ' }, unitName(naming, ongoing.unit)));
  if (ongoing?.outcome !== undefined) {
    const outcome = outcomeWords[ongoing.outcome];
    lines.push({ sv: `ansvaret för personen: ${outcome.sv.toLowerCase()}`, en: `responsibility for the person: ${outcome.en.toLowerCase()}` });
  }
  return lines;
}

/** A line and what stands below it, in one. */
function flat({ sv, en, below }: Line): Bilingual {
  return below === undefined ? { sv, en } : around({ sv: `${sv} `, en: `${en} ` }, joined(below.map(flat), 'or'));
}

/** Everything that must hold, as one phrase. */
function phrase(condition: Condition, naming: Naming): Bilingual {
  return joined(conditionLines(condition, naming).map(flat), 'and');
}

/** Everything that must hold, a line each. Empty for no condition. */
export function conditionLines(condition: Condition | undefined, naming: Naming): Line[] {
  if (condition === undefined) return [];
  const { facts, noFacts, anyOf } = condition;
  const lines: Line[] = [
    ...matterLines(condition, naming),
    ...ageLine(condition),
    ...involvementLines(condition, naming),
    ...(facts ?? []).map((fact) => factPhrase(fact, naming)),
    ...(noFacts ?? []).map((fact) => around(not, factPhrase(fact, naming))),
    ...recordLines(condition, naming),
  ];
  if (anyOf !== undefined) {
    const alternatives = anyOf.map((one) => phrase(one, naming));
    lines.push({ sv: 'något av följande:', en: 'one of these:', below: alternatives });
  }
  if (condition.not !== undefined) lines.push(around(not, phrase(condition.not, naming)));
  return lines;
}

/** The lines of a table's cell, each with a capital; 'in all other cases' where there is no condition. */
export function whenLines(condition: Condition | undefined, naming: Naming): Line[] {
  const lines = conditionLines(condition, naming);
  if (lines.length === 0) return [{ sv: 'I alla andra fall', en: 'In all other cases' }];
  return lines.map((line) => ({ ...line, ...capitalised(line) }));
}
