import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';
import { covers } from '../../src/kernel/period.ts';
import { loadRoutines, parseRoutine } from '../../src/routine/routine.loader.ts';
import { termBounds, termOf } from '../../src/routine/term.rules.ts';
import type { Routine, RoutineVersion } from '../../src/routine/version.model.ts';

function latest(routine: Routine | undefined): RoutineVersion {
  const version = routine?.versions.at(-1);
  if (version === undefined) throw new Error('the routine has no version');
  return version;
}

const osthammar = latest(loadRoutines().get('OSTHAMMAR'));
const fifth = latest(parseRoutine(readFileSync(new URL('./fifth-municipality.yaml', import.meta.url), 'utf8'), 'sjovik.yaml'));

describe('terms', () => {
  it('are half-years without a day between them', () => {
    expect(termBounds(osthammar, 'VT2027')).toEqual({ from: '2027-01-01', until: '2027-07-01' });
    expect(termBounds(osthammar, 'HT2026')).toEqual({ from: '2026-07-01', until: '2027-01-01' });
    expect(termOf(osthammar, asLocalDate('2026-06-30'))).toBe('VT2026');
    expect(termOf(osthammar, asLocalDate('2026-07-01'))).toBe('HT2026');
  });

  it('begin where the routine says', () => {
    expect(termBounds(fifth, 'HT2026')).toEqual({ from: '2026-08-15', until: '2027-01-10' });
    expect(termOf(fifth, asLocalDate('2027-01-09'))).toBe('HT2026');
    expect(termOf(fifth, asLocalDate('2027-01-10'))).toBe('VT2027');
  });

  it.each(['ST2026', 'HT26', 'HT 2026', '2026', ''])('does not know %p', (name) => {
    expect(termBounds(osthammar, name)).toBeUndefined();
  });

  it('hold every day exactly once', () => {
    const day = fc.integer({ min: 0, max: 40000 }).map((days) => addDays(asLocalDate('1990-01-01'), days));
    fc.assert(
      fc.property(day, fc.constantFrom(osthammar, fifth), (date, version) => {
        const term = termBounds(version, termOf(version, date));
        expect(term !== undefined && covers(term, date)).toBe(true);
      }),
    );
  });
});
