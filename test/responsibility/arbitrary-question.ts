/** Random questions: births, dates and facts close enough together for boundaries to meet. */
import fc from 'fast-check';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Fact, FactKind, Question } from '../../src/responsibility/question.model.ts';

export const birthDate: fc.Arbitrary<LocalDate> = fc.oneof(
  fc.constantFrom('2004-02-29', '2007-05-15', '2005-08-31', '2008-02-29', '2006-01-01').map(asLocalDate),
  fc.integer({ min: 0, max: 12000 }).map((days) => addDays(asLocalDate('1975-01-01'), days)),
);

function near(birth: LocalDate): fc.Arbitrary<LocalDate> {
  return fc
    .record({ age: fc.constantFrom(17, 18, 19, 20, 21, 22, 30), shift: fc.integer({ min: -400, max: 400 }), isClose: fc.boolean() })
    .map(({ age, shift, isClose }) => addDays(birth, Math.round(age * 365.25) + (isClose ? shift % 4 : shift)));
}

const kinds: readonly FactKind[] = [
  'LVU_CARE',
  'FAMILY_HOME_PLACEMENT',
  'INSTITUTION_PLACEMENT',
  'UPPER_SECONDARY_STUDIES',
  'MANAGERS_AGREEMENT',
  'TRANSFER_OUTCOME',
  'CONTINUED_NEED',
  'CO_HANDLER',
  'NOTICE_GIVEN',
];

const extras: Readonly<Record<string, Partial<Fact>>> = {
  OSTHAMMAR_MANAGERS_AGREEMENT: { unit: 'CHILD_YOUTH', approvedBy: ['CHILD_YOUTH', 'ADULT'] },
  DISTRICT_MANAGERS_AGREEMENT: { unit: 'CHILD_YOUTH', approvedBy: ['CHILD_YOUTH'] },
  DISTRICT_TRANSFER_OUTCOME: { outcome: 'TRANSFER', receivingUnit: 'AOF' },
  OSTHAMMAR_TRANSFER_OUTCOME: { outcome: 'NO_TRANSFER' },
  OSTHAMMAR_CO_HANDLER: { unit: 'ADULT' },
  DISTRICT_CO_HANDLER: { unit: 'AOF' },
};

function fact(birth: LocalDate, routine: string): fc.Arbitrary<Fact> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      from: near(birth),
      days: fc.option(fc.integer({ min: 1, max: 900 }), { freq: 3 }),
      known: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
      placedByFosterCareService: fc.boolean(),
      value: fc.constantFrom('YES', 'NO', 'UNKNOWN'),
    })
    .map(({ kind, from, days, known, placedByFosterCareService, value }) => ({
      kind,
      from,
      until: days === null ? null : addDays(from, days),
      known,
      ...(kind === 'FAMILY_HOME_PLACEMENT' ? { placedByFosterCareService } : {}),
      ...(kind === 'CONTINUED_NEED' ? { value } : {}),
      ...extras[`${routine}_${kind}`],
    }));
}

/** A question of ongoing responsibility to one of the routines that have rules for it. */
export const ongoingQuestion: fc.Arbitrary<Question & { readonly birthDate: LocalDate }> = fc
  .record({ birth: birthDate, routine: fc.constantFrom('OSTHAMMAR', 'DISTRICT') })
  .chain(({ birth, routine }) =>
    fc.record({ asOf: near(birth), facts: fc.array(fact(birth, routine), { maxLength: 4 }) }).map(({ asOf, facts }) => ({
      id: 'q',
      routine,
      ask: 'ONGOING' as const,
      asOf: asOf < '2018-02-22' ? asLocalDate('2018-02-22') : asOf,
      birthDate: birth,
      needs: [],
      facts,
      involvements: [],
      childConcern: false,
      guardianInvolved: false,
    })),
  );
