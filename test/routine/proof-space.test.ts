/** The space of the proof leaves no life out: whatever happens to a person, some history in it reads the same. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asLocalDate, birthday } from '../../src/kernel/local-date.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { agesIn } from '../../src/routine/condition.rules.ts';
import { agePoints, axesOf } from '../../src/routine/proof/axes.rules.ts';
import type { Reading } from '../../src/routine/proof/axes.rules.ts';
import { provableOf } from '../../src/routine/proof/proof.rules.ts';
import type { AgePoint, AxisName, Choice } from '../../src/routine/proof/space.model.ts';
import { sizeOf, situationFrom, walk } from '../../src/routine/proof/space.rules.ts';
import { wholeOf } from '../../src/routine/proof/axes.rules.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import type { Fact, FactKind } from '../../src/routine/vocabulary.model.ts';

const born = asLocalDate('1994-06-15');
const certain: readonly FactKind[] = ['MANAGERS_AGREEMENT', 'TRANSFER_OUTCOME', 'CONTINUED_NEED'];

function provable(key: string, ask: 'ONGOING' | 'NEW_MATTER') {
  const version = loadRoutines().get(key)?.versions[0];
  const found = version === undefined ? null : provableOf(version, ask, []);
  if (found === null) throw new Error(`${key} has no such table`);
  return found;
}

/** What the table's conditions read off one kind of fact. */
function reads({ looks }: Reading, axis: AxisName, point: AgePoint, choice: Choice): string {
  const own = looks.filter((look) => look.reads.length === 1 && look.reads[0] === axis);
  return own.map((look) => String(look.at(situationFrom(point, choice), point.day))).join(' ');
}

/** Days on and around the birthdays that matter and the day asked about, and any other. */
function dates(ages: readonly number[], day: LocalDate): fc.Arbitrary<LocalDate> {
  return fc.oneof(
    fc.record({ age: fc.constantFrom(...ages), shift: fc.integer({ min: -1, max: 1 }) }).map(({ age, shift }) => addDays(birthday(born, age), shift)),
    fc.integer({ min: -1, max: 1 }).map((shift) => addDays(day, shift)),
    fc.integer({ min: 0, max: 9000 }).map((days) => addDays(born, days)),
  );
}

function history(kind: FactKind, units: readonly string[], ages: readonly number[], day: LocalDate): fc.Arbitrary<readonly Fact[]> {
  const attributes: fc.Arbitrary<Partial<Fact>> =
    kind === 'OPEN_CASE' ? fc.constantFrom(...units.map((unit) => ({ unit })))
    : kind === 'FAMILY_HOME_PLACEMENT' ? fc.constantFrom({ placedByFosterCareService: true }, {})
    : kind === 'MENTAL_DISABILITY' ? fc.constantFrom({ diagnosisDocumented: true }, {})
    : kind === 'CONTINUED_NEED' ? fc.constantFrom({ value: 'YES' }, { value: 'NO' }, { value: 'UNKNOWN' })
    : kind === 'TRANSFER_OUTCOME' ? fc.constantFrom({ outcome: 'NO_TRANSFER' }, { outcome: 'TRANSFER' }, { outcome: 'TRANSFER', receivingUnit: 'AOF' })
    : fc.constant({});
  const known = certain.includes(kind) ? fc.constant(true) : fc.boolean();
  const fact = fc.record({ from: dates(ages, day), until: fc.option(dates(ages, day)), known, more: attributes });
  return fc.array(fact, { maxLength: 3 }).map((facts) =>
    facts.map(({ from, until, known: isKnown, more }) => {
      const first = from < born ? born : from;
      return { kind, from: first, until: until !== null && until <= first ? addDays(first, 1) : until, known: isKnown, ...more };
    }),
  );
}

describe.each([
  ['OSTHAMMAR', 'ONGOING'],
  ['OSTHAMMAR', 'NEW_MATTER'],
  ['DISTRICT', 'ONGOING'],
  ['DISTRICT', 'NEW_MATTER'],
] as const)('%s, %s', (key, ask) => {
  const { reading, rows, ongoing } = provable(key, ask);
  const points = agePoints(reading);
  const spaces = points.map((point) => ({ point, axes: axesOf(reading, point), ongoing, seen: new Map() }));
  const ages = [...new Set(reading.conditions.flatMap(agesIn))];
  const bandOf = ({ birthDate, day }: AgePoint): number => ages.filter((age) => birthday(birthDate, age) <= day).length;
  const kinds = [...(spaces[0]?.axes.keys() ?? [])].filter((axis) => axis.startsWith('fact '));

  it.each(kinds)('%s: every history reads like one of the space, at the same age', (axis) => {
    const known = new Set(spaces.flatMap(({ point, axes }) => (axes.get(axis) ?? []).map((choice) => `${String(bandOf(point))}: ${reads(reading, axis, point, choice)}`)));
    const kind = axis.slice('fact '.length) as FactKind;
    const units = Object.keys(reading.version.entry.units).filter((unit) => !unit.startsWith('JOINT'));
    const life = dates(ages, asLocalDate('2014-06-15')).filter((day) => day >= born).chain((day) => history(kind, units, ages, day).map((facts) => ({ day, facts })));
    fc.assert(
      fc.property(life, ({ day, facts }) => {
        const point = { birthDate: born, day };
        expect(known).toContain(`${String(bandOf(point))}: ${reads(reading, axis, point, { facts })}`);
      }),
      { numRuns: 400 },
    );
  });

  it('the ways through the rows share no situation and leave none out', () => {
    for (const space of spaces) {
      for (const whole of wholeOf(reading, space.axes)) {
        let met = 0;
        for (const { box, decider } of walk(space, rows, whole)) {
          expect(decider).not.toBeNull();
          met += sizeOf(box);
        }
        expect(met).toBe(sizeOf(whole));
      }
    }
  });
});
