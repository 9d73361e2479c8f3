/** Which particulars a kind of fact needs and which it may have. Pure. */
import { invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkHappened, checkPeriod } from '../kernel/period.check.ts';
import type { FactParticulars, NewFact, RecordedFactKind } from './fact.model.ts';

type Particular = keyof FactParticulars;

interface Shape {
  readonly needs?: Particular;
  readonly may?: Particular;
  /** It has happened, or has been judged: it cannot lie ahead. */
  readonly happened?: true;
}

const shapes: Readonly<Record<RecordedFactKind, Shape>> = {
  LVU_CARE: {},
  FAMILY_HOME_PLACEMENT: { may: 'placedByFosterCareService' },
  INSTITUTION_PLACEMENT: {},
  UPPER_SECONDARY_STUDIES: {},
  TRANSFER_OUTCOME: { needs: 'outcome', may: 'receivingUnitId', happened: true },
  CONTINUED_NEED: { needs: 'value', may: 'needCategories', happened: true },
  NOTICE_GIVEN: { happened: true },
  HOMELESS: { may: 'atRisk' },
  MENTAL_DISABILITY: { may: 'diagnosisDocumented' },
};

const particulars = [
  'placedByFosterCareService', 'outcome', 'receivingUnitId', 'value', 'needCategories', 'atRisk', 'diagnosisDocumented',
] as const satisfies readonly Particular[];

function isSaid(fact: FactParticulars, particular: Particular): boolean {
  const value = fact[particular];
  return value !== null && (typeof value !== 'object' || value.length > 0);
}

/** @throws Fault naming the field that is missing, or that the kind of fact does not have */
export function checkFact(fact: NewFact, today: LocalDate): void {
  const { kind } = fact;
  const { needs, may, happened } = shapes[kind];
  checkPeriod(fact);
  for (const particular of particulars) {
    const path = `input.${particular}`;
    if (particular === needs && !isSaid(fact, particular)) {
      throw invalid('FIELD_MISSING', path, { sv: `${kind} behöver ${particular}.`, en: `${kind} needs ${particular}.` });
    }
    if (particular !== needs && particular !== may && isSaid(fact, particular)) {
      throw invalid('FIELD_NOT_OF_KIND', path, {
        sv: `${kind} har inget ${particular}; utelämna det.`,
        en: `${kind} has no ${particular}; leave it out.`,
      });
    }
  }
  if (fact.receivingUnitId !== null && fact.outcome !== 'TRANSFER') {
    throw invalid('FIELD_NOT_OF_KIND', 'input.receivingUnitId', {
      sv: 'Mottagande enhet anges bara när utfallet är TRANSFER.',
      en: 'A receiving unit is given only where the outcome is TRANSFER.',
    });
  }
  if (new Set(fact.needCategories).size < fact.needCategories.length) {
    throw invalid('VALUE_TWICE', 'input.needCategories', { sv: 'Samma behov anges två gånger.', en: 'The same need is given twice.' });
  }
  if (happened === true) checkHappened(fact.from, today, 'input.from');
}
