/** 'If the studies end before 2027-05-15, then …': one variation and what it leads to, in plain Swedish and English. */
import { earlier } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { RoutineVersion } from '../routine/version.model.ts';
import { deadlineWords, factWords, needValueWords, theFactWords } from '../routine/words.model.ts';
import type { Answer, Deadline } from './answer.model.ts';
import type { Variation } from './fact-variations.rules.ts';
import type { UnitKey } from './question.model.ts';

/** A variation with the answers before and after. */
export interface VariedAnswer {
  readonly variation: Variation;
  readonly version: RoutineVersion;
  readonly asOf: LocalDate;
  readonly base: Answer;
  readonly answer: Answer;
  /** What would be answered on another day. */
  readonly answerOn: (day: LocalDate) => Answer;
}

const noUnit: Bilingual = { sv: 'ingen enhet', en: 'no unit' };

function unitName({ version }: VariedAnswer, unit: UnitKey | null): Bilingual {
  return unit === null ? noUnit : (version.entry.units[unit] ?? { sv: unit, en: unit });
}

/** Plural nouns take another verb in English. */
const plural = new Set(['UPPER_SECONDARY_STUDIES']);

function named(varied: VariedAnswer): { readonly some: Bilingual; readonly the: Bilingual } {
  const { kind, placedByFosterCareService, unit } = varied.variation.fact;
  const more: Bilingual[] = [];
  if (placedByFosterCareService === true) more.push({ sv: ' genom familjevården', en: ' by the foster-care service' });
  if (unit !== undefined) {
    const name = unitName(varied, unit);
    more.push({ sv: ` vid ${name.sv}`, en: ` at ${name.en}` });
  }
  const suffix = { sv: more.map(({ sv }) => sv).join(''), en: more.map(({ en }) => en).join('') };
  const some = factWords[kind];
  const the = theFactWords[kind];
  return { some: { sv: some.sv + suffix.sv, en: some.en + suffix.en }, the: { sv: the.sv + suffix.sv, en: the.en + suffix.en } };
}

function recordedOtherwise(varied: VariedAnswer): Bilingual | null {
  const { fact, kind } = varied.variation;
  if (fact.kind === 'CONTINUED_NEED' && kind === 'BEGINS') {
    const value = needValueWords[fact.value ?? 'UNKNOWN'];
    return { sv: `fortsatt behov bedöms: ${value.sv}`, en: `continued need is assessed: ${value.en}` };
  }
  if (fact.kind === 'TRANSFER_OUTCOME' && kind === 'BEGINS') {
    if (fact.outcome === 'NO_TRANSFER') return { sv: 'mötet beslutar att ingen överföring sker', en: 'the meeting decides on no transfer' };
    const unit = unitName(varied, fact.receivingUnit ?? null);
    return { sv: `mötet beslutar om överföring till ${unit.sv}`, en: `the meeting decides on a transfer to ${unit.en}` };
  }
  if (fact.kind === 'MANAGERS_AGREEMENT' && kind === 'BEGINS') {
    const unit = unitName(varied, fact.unit ?? null);
    return { sv: `cheferna kommer överens om att ${unit.sv} ansvarar`, en: `the managers agree that ${unit.en} is responsible` };
  }
  return null;
}

/** The part after 'if'. */
function condition(varied: VariedAnswer): Bilingual {
  const own = recordedOtherwise(varied);
  if (own !== null) return own;
  const { variation, base, asOf } = varied;
  const { fact } = variation;
  const { some, the } = named(varied);
  const many = plural.has(fact.kind);
  const before = earlier(fact.until, base.nextTransferDate ?? base.validTo);
  const by = before === null ? { sv: '', en: '' } : { sv: ` före ${before}`, en: ` before ${before}` };
  switch (variation.kind) {
    case 'ENDS':
      return { sv: `${the.sv} upphör${by.sv}`, en: `${the.en} ${many ? 'end' : 'ends'}${by.en}` };
    case 'CONTINUES':
      return { sv: `${the.sv} fortsätter efter ${fact.until ?? ''}`, en: `${the.en} ${many ? 'go' : 'goes'} on after ${fact.until ?? ''}` };
    case 'NOT_BEGUN':
      return { sv: `${the.sv} inte börjar ${fact.from}`, en: `${the.en} ${many ? 'do' : 'does'} not begin on ${fact.from}` };
    case 'HOLDS':
      return { sv: `det visar sig att ${the.sv} stämmer`, en: `it turns out that ${the.en} ${many ? 'hold' : 'holds'}` };
    case 'DOES_NOT_HOLD':
      return { sv: `det visar sig att ${the.sv} inte stämmer`, en: `it turns out that ${the.en} ${many ? 'do' : 'does'} not hold` };
    case 'WITHDRAWN':
      return { sv: `${the.sv} upphävs`, en: `${the.en} is withdrawn` };
    case 'BEGINS':
      return { sv: `${some.sv} börjar ${asOf}`, en: `${some.en} ${many ? 'begin' : 'begins'} on ${asOf}` };
    case 'WAS_ONGOING':
      return { sv: `${some.sv} redan pågår sedan tidigare`, en: `${some.en} ${many ? 'have' : 'has'} been ongoing all along` };
  }
}

function who(varied: VariedAnswer, answer: Answer): Bilingual {
  const deciding = unitName(varied, answer.authorityUnit ?? answer.handlingUnit);
  const meanwhile = unitName(varied, answer.interimUnit);
  switch (answer.outcome) {
    case 'PROPOSED':
      return { sv: `föreslås ${deciding.sv} ansvara; en chef bekräftar`, en: `${deciding.en} is proposed; a manager confirms` };
    case 'UNDETERMINED':
      return { sv: `är det inte avgjort vem som ansvarar; ${meanwhile.sv} har det under tiden`, en: `it is not settled who is responsible; ${meanwhile.en} keeps it meanwhile` };
    case 'NOT_APPLICABLE':
      return { sv: 'gäller rutinen inte', en: 'the routine does not apply' };
    default:
      return { sv: `ansvarar ${deciding.sv}`, en: `${deciding.en} is responsible` };
  }
}

/** Who answers now, where that is another. */
function unitsPart(varied: VariedAnswer): Bilingual | null {
  const { base, answer } = varied;
  const isSame = (key: 'outcome' | 'authorityUnit' | 'handlingUnit' | 'interimUnit'): boolean => base[key] === answer[key];
  if (!isSame('outcome') || !isSame('authorityUnit') || !isSame('interimUnit')) {
    const told = who(varied, answer);
    return varied.variation.kind === 'ENDS' ? { sv: `${told.sv} från den dagen`, en: `${told.en} from that day` } : told;
  }
  if (!isSame('handlingUnit')) {
    const unit = unitName(varied, answer.handlingUnit);
    return { sv: `har ${unit.sv} pågående insatser`, en: `${unit.en} runs the ongoing interventions` };
  }
  if (base.costUnit === answer.costUnit) return null;
  const unit = unitName(varied, answer.costUnit);
  return { sv: `betalar ${unit.sv}`, en: `${unit.en} pays` };
}

/** When responsibility moves, where that is another day and not already said by who has it now. */
function transferPart(varied: VariedAnswer, isElsewhere: boolean): Bilingual | null {
  const { base, answer, answerOn } = varied;
  const [old, date] = [base.nextTransferDate, answer.nextTransferDate];
  if ((old === date && !isElsewhere) || (date === null && (old === null || isElsewhere))) return null;
  if (date === null) return { sv: `går ansvaret inte över ${old ?? ''}`, en: `responsibility does not move on ${old ?? ''}` };
  const then = answerOn(date);
  const isEarlier = varied.variation.kind === 'ENDS' && old !== null && date < old && !isElsewhere;
  const instead = old === null || isElsewhere ? { sv: '', en: '' } : { sv: ` i stället för ${old}`, en: ` instead of ${old}` };
  if (then.outcome === 'UNDETERMINED') {
    const meanwhile = unitName(varied, then.interimUnit);
    return {
      sv: `är det från ${date}${instead.sv} inte avgjort vem som ansvarar; ${meanwhile.sv} har det under tiden`,
      en: `from ${date}${instead.en} it is not settled who is responsible; ${meanwhile.en} keeps it meanwhile`,
    };
  }
  const unit = unitName(varied, then.authorityUnit ?? then.handlingUnit);
  if (isEarlier) return { sv: `går ansvaret över till ${unit.sv} tidigare än ${old}, som tidigast ${date}`, en: `responsibility moves to ${unit.en} earlier than ${old}, at the earliest on ${date}` };
  return { sv: `går ansvaret över till ${unit.sv} ${date}${instead.sv}`, en: `responsibility moves to ${unit.en} on ${date}${instead.en}` };
}

function listed(deadlines: readonly Deadline[]): Bilingual {
  const list = (language: keyof Bilingual): string => deadlines.map(({ kind, date }) => `${deadlineWords[kind][language].toLowerCase()} ${date}`).join(', ');
  return { sv: list('sv'), en: list('en') };
}

/** Deadlines that come, go or move. */
function deadlineParts({ base, answer }: VariedAnswer): Bilingual[] {
  const parts: Bilingual[] = [];
  for (const { kind, date } of answer.deadlines) {
    const old = base.deadlines.find((deadline) => deadline.kind === kind);
    if (old === undefined || old.date === date) continue;
    const words = deadlineWords[kind];
    parts.push({
      sv: `flyttas tidsfristen "${words.sv.toLowerCase()}" från ${old.date} till ${date}`,
      en: `the deadline "${words.en.toLowerCase()}" moves from ${old.date} to ${date}`,
    });
  }
  const isNew = (deadline: Deadline, before: readonly Deadline[]): boolean => before.every(({ kind }) => kind !== deadline.kind);
  const added = answer.deadlines.filter((deadline) => isNew(deadline, base.deadlines));
  const gone = base.deadlines.filter((deadline) => isNew(deadline, answer.deadlines));
  if (added.length > 0) parts.push({ sv: `gäller tidsfrist: ${listed(added).sv}`, en: `a deadline holds: ${listed(added).en}` });
  if (gone.length > 0) parts.push({ sv: `bortfaller tidsfrist: ${listed(gone).sv}`, en: `a deadline falls: ${listed(gone).en}` });
  return parts;
}

/** The whole sentence. */
export function variationWords(varied: VariedAnswer): Bilingual {
  const when = condition(varied);
  const units = unitsPart(varied);
  const parts = [units, transferPart(varied, units !== null), ...deadlineParts(varied)].filter((part) => part !== null);
  const then = { sv: parts.map(({ sv }) => sv).join(', och då '), en: parts.map(({ en }) => en).join(', and ') };
  return { sv: `Om ${when.sv}, då ${then.sv}.`, en: `If ${when.en}, then ${then.en}.` };
}
