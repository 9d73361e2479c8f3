/**
 * Table C.1 (Östhammar, a person without a matter) read a second time, day by day and without looking at the engine,
 * and held against it over combinations of care, placements, studies and agreements that nobody thought of.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../support/evaluate.ts';
import { contractAnswer } from './compare.ts';

interface Spell {
  readonly kind: 'LVU_CARE' | 'FAMILY_HOME_PLACEMENT' | 'UPPER_SECONDARY_STUDIES' | 'MANAGERS_AGREEMENT';
  readonly from: string;
  readonly until: string | null;
  readonly unit?: string;
  readonly approvedBy?: readonly string[];
}

const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
const turns = (born: string, years: number): string => Temporal.PlainDate.from(born).add({ years }).toString();
const holds = (spell: Spell, day: string): boolean => spell.from <= day && (spell.until === null || day < spell.until);

/** The first day of the unbroken run of `kind` that covers `day`; back to back is unbroken. */
function runBegan(kind: Spell['kind'], spells: readonly Spell[], day: string): string | undefined {
  const own = spells.filter((spell) => spell.kind === kind);
  let began = own.find((spell) => holds(spell, day))?.from;
  for (;;) {
    const first = began;
    const earlier = own.find(
      ({ from, until }) => first !== undefined && from < first && (until === null || until >= first),
    );
    if (earlier === undefined) return began;
    began = earlier.from;
  }
}

/** C.1 in the catalogue's order: outcome and the unit with the authority. */
function read(born: string, spells: readonly Spell[], day: string): { outcome: string; unit: string | null } {
  const [twenty, twentyOne] = [turns(born, 20), turns(born, 21)];
  const agreed = spells.find(
    (spell) =>
      spell.kind === 'MANAGERS_AGREEMENT' &&
      spell.until !== null &&
      ['CHILD_YOUTH', 'ADULT'].every((side) => spell.approvedBy?.includes(side)) &&
      holds(spell, day),
  );
  if (agreed !== undefined) return { outcome: 'OVERRIDDEN', unit: agreed.unit ?? null };
  if (day < twenty) return { outcome: 'DETERMINED', unit: 'CHILD_YOUTH' };
  if (day >= twentyOne) return { outcome: 'DETERMINED', unit: 'ADULT' };
  if (runBegan('LVU_CARE', spells, day) !== undefined) return { outcome: 'DETERMINED', unit: 'CHILD_YOUTH' };
  const placed = runBegan('FAMILY_HOME_PLACEMENT', spells, day);
  const studying = runBegan('UPPER_SECONDARY_STUDIES', spells, day);
  if (placed === undefined || studying === undefined || placed >= twenty) return { outcome: 'DETERMINED', unit: 'ADULT' };
  return studying < twenty ? { outcome: 'DETERMINED', unit: 'CHILD_YOUTH' } : { outcome: 'UNDETERMINED', unit: null };
}

/** The first later day on which another unit has the authority; undefined where a gap lies in between. */
function readNextTransfer(born: string, spells: readonly Spell[], day: string): string | null | undefined {
  const { unit } = read(born, spells, day);
  const last = plusDays(turns(born, 21), 1500);
  for (let later = plusDays(day, 1); later <= last; later = plusDays(later, 1)) {
    const then = read(born, spells, later);
    if (then.unit === null) return undefined;
    if (then.unit !== unit) return later;
  }
  return null;
}

const births = ['2007-05-15', '2008-02-29', '2007-08-31', '2009-03-01', '2005-12-31'];

const situation = fc.constantFrom(...births).chain((born) => {
  const nearBirthday = fc
    .tuple(fc.constantFrom(18, 19, 20, 20, 20, 21, 21), fc.constantFrom(-400, -200, -30, -1, 0, 1, 2, 60, 100, 300))
    .map(([age, days]) => plusDays(turns(born, age), days));
  const length = fc.constantFrom(null, 1, 2, 30, 100, 200, 365, 700);
  const period = fc.tuple(nearBirthday, length).map(([from, days]) => ({
    from,
    until: days === null ? null : plusDays(from, days),
  }));
  const spell = fc
    .tuple(fc.constantFrom('LVU_CARE', 'FAMILY_HOME_PLACEMENT', 'UPPER_SECONDARY_STUDIES'), period)
    .map(([kind, dates]): Spell => ({ kind, ...dates }));
  const agreement = fc
    .tuple(period, fc.constantFrom('ADULT', 'CHILD_YOUTH'), fc.constantFrom(['ADULT', 'CHILD_YOUTH'], ['ADULT']))
    .map(([dates, unit, approvedBy]): Spell => ({ kind: 'MANAGERS_AGREEMENT', ...dates, unit, approvedBy }));
  return fc.record({
    born: fc.constant(born),
    asOf: nearBirthday,
    spells: fc
      .tuple(fc.array(spell, { maxLength: 5 }), fc.array(agreement, { maxLength: 1 }))
      .map(([facts, agreements]) => [...facts, ...agreements]),
  });
});

describe('a second reading of table C.1', () => {
  it('has the same unit, outcome and next transfer as the engine', () => {
    fc.assert(
      fc.property(situation, ({ born, asOf, spells }) => {
        const [answer] = evaluate([
          { id: 'q', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf, person: { birthDate: born }, facts: spells },
        ]);
        const { outcome, authorityUnit, nextTransferDate } = contractAnswer.parse(answer);
        const wanted = read(born, spells, asOf);
        expect({ outcome, unit: authorityUnit }).toEqual(wanted);
        const next = wanted.unit === null ? undefined : readNextTransfer(born, spells, asOf);
        if (next !== undefined) expect(nextTransferDate).toBe(next);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
