/** A change of routine, before it is decided: whom it would touch, how and from when. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { loadRoutines, readRoutine, routineFolder } from '../../src/routine/routine.loader.ts';
import type { Routine } from '../../src/routine/version.model.ts';
import type { Fact } from '../../src/routine/vocabulary.model.ts';
import { changeWords, countChanges } from '../../src/what-if/impact-words.rules.ts';
import type { ComparedPerson, PersonImpact } from '../../src/what-if/routine-impact.model.ts';
import { comparedVersion, routineImpact, type ComparedVersion } from '../../src/what-if/routine-impact.rules.ts';

const asOf = asLocalDate('2026-11-22');
const text = readFileSync(join(routineFolder(), 'osthammar.yaml'), 'utf8');
const inForce = loadRoutines().get('OSTHAMMAR');

function latest(routine: Routine | undefined): ComparedVersion {
  const version = routine?.versions.at(-1);
  if (routine === undefined || version === undefined) throw new Error('no such routine');
  return comparedVersion(routine, version);
}

function proposal(...edits: readonly (readonly [string, string])[]): ComparedVersion {
  const edited = edits.reduce((file, [from, to]) => {
    expect(file).toContain(from);
    return file.replace(from, to);
  }, text);
  return latest(readRoutine(edited, 'proposal.yaml').routine);
}

function person(id: string, born: string, facts: readonly (Partial<Fact> & Pick<Fact, 'kind'>)[] = [], matter: 'REPORT' | 'INTOXICATION_REPORT' | null = null): ComparedPerson {
  const openedOn = asLocalDate('2025-01-01');
  const known = facts.map((fact): Fact => ({ from: openedOn, until: null, known: true, ...fact }));
  const open: Fact = { kind: 'OPEN_CASE', unit: 'CHILD_YOUTH', from: openedOn, until: null, known: true };
  return { id, externalId: null, born, facts: [open, ...known], cases: [{ reference: `R-${id}`, unit: 'CHILD_YOUTH', openedOn, matter }] };
}

function impact(persons: readonly ComparedPerson[], after: ComparedVersion): readonly PersonImpact[] {
  return routineImpact(persons, latest(inForce), after, asOf);
}

describe('the impact of a change', () => {
  const until19 = proposal(['          when: { beforeAge: 20 }', '          when: { beforeAge: 19 }']);

  it('is nothing where nothing is changed, and nothing for those whom a change does not reach', () => {
    const persons = [person('a', '2010-01-01'), person('b', '2007-05-15'), person('c', '1990-01-01'), person('d', '2006')];
    expect(impact(persons, latest(inForce))).toEqual([]);
    expect(impact([person('c', '1990-01-01')], until19)).toEqual([]);
  });

  it('says from when to when another unit is responsible, the soonest first', () => {
    const told = impact([person('later', '2010-01-01'), person('now', '2007-05-15')], until19);
    expect(told.map(({ person: { id }, changes }) => [id, changes.map((change) => (change.kind === 'UNIT' ? [change.from, change.until, change.before.authorityUnit, change.after.authorityUnit] : change.kind))])).toEqual([
      ['now', [['2026-11-22', '2027-05-15', 'CHILD_YOUTH', 'ADULT'], 'TRANSFER']],
      ['later', [['2029-01-01', '2030-01-01', 'CHILD_YOUTH', 'ADULT'], 'TRANSFER']],
    ]);
    expect(countChanges(told)).toEqual({ UNIT: 2, TRANSFER: 2, DEADLINE: 0, CO_HANDLER: 0 });
  });

  it('tells a deadline that moves, for those whom it binds', () => {
    const earlier = proposal(['date: { birthday: 20, months: -6 }', 'date: { birthday: 20, months: -9 }']);
    const told = impact([person('bound', '2007-05-15', [{ kind: 'CONTINUED_NEED', value: 'YES' }]), person('free', '2007-05-15')], earlier);
    expect(told.map(({ person: { id }, changes }) => [id, changes])).toEqual([
      ['bound', [{ kind: 'DEADLINE', deadline: 'CO_HANDLER_ENGAGED', before: '2026-11-15', after: '2026-08-15' }]],
    ]);
  });

  it('tells a co-handler that would be required in an open matter', () => {
    const optional = proposal(['answer: { outcome: DETERMINED, handling: CHILD_YOUTH, cost: CHILD_YOUTH, coHandler: { requirement: REQUIRED, unit: ADULT } }\n          also:\n            - note: IMPLIED_BY_STEP_OWNER', 'answer: { outcome: DETERMINED, handling: CHILD_YOUTH, cost: CHILD_YOUTH, coHandler: { requirement: OPTIONAL, unit: ADULT } }\n          also:\n            - note: IMPLIED_BY_STEP_OWNER']);
    const told = impact([person('reported', '2007-05-15', [], 'REPORT'), person('child', '2015-05-15', [], 'REPORT'), person('supported', '2007-05-15')], optional);
    expect(told.map(({ person: { id }, changes }) => [id, changes])).toEqual([
      ['reported', [{ kind: 'CO_HANDLER', reference: 'R-reported', before: { requirement: 'REQUIRED', unit: 'ADULT' }, after: { requirement: 'OPTIONAL', unit: 'ADULT' } }]],
    ]);
  });

  it('takes an open matter as it came in: by itself it makes nobody active at the unit', () => {
    const optional = proposal(['coHandler: { requirement: TO_BE_CONSIDERED, unit: CHILD_YOUTH }', 'coHandler: { requirement: OPTIONAL, unit: CHILD_YOUTH }']);
    const earlier = { kind: 'OPEN_CASE', unit: 'CHILD_YOUTH', from: asLocalDate('2020-01-01') } as const;
    const told = impact([person('unknown', '2007-05-15', [], 'INTOXICATION_REPORT'), person('active', '2007-05-15', [earlier], 'INTOXICATION_REPORT')], optional);
    expect(told.map(({ person: { id } }) => id)).toEqual(['unknown']);
  });

  it('reaches those whose birth date is half known, and those who are older than 25', () => {
    const older = proposal(['          answer: { outcome: DETERMINED, authority: ADULT, cost: ADULT }\n          also:\n            - { when: { fromAge: 21 }', '          answer: { outcome: PROPOSED, authority: ADULT, cost: ADULT }\n          also:\n            - { when: { fromAge: 21 }']);
    const told = impact([person('half', '2007'), person('older', '1980-01-01')], older);
    expect(told.map(({ person: { id }, changes }) => [id, changes[0]])).toMatchObject([
      ['older', { kind: 'UNIT', from: '2026-11-22', until: null, before: { outcome: 'DETERMINED' }, after: { outcome: 'PROPOSED' } }],
      ['half', { kind: 'UNIT', from: '2027-12-31' }],
    ]);
  });

  it('is told in plain Swedish and English, without names', () => {
    const [told] = impact([person('now', '2007-05-15', [{ kind: 'CONTINUED_NEED', value: 'YES' }])], until19);
    expect(told?.changes.map((change) => changeWords(change, inForce?.units ?? new Map()))).toEqual([
      { sv: 'Ansvar från 2026-11-22 till 2027-05-15: barn och ungdom → vuxenenheten', en: 'Responsible from 2026-11-22 until 2027-05-15: the child and youth unit → the adult unit' },
      { sv: 'Nästa överföring: 2027-05-15 → inget', en: 'Next transfer: 2027-05-15 → none' },
      { sv: 'Medhandläggare inkopplad senast: 2026-11-15 → inget', en: 'Co-handler engaged by: 2026-11-15 → none' },
      { sv: 'Medhandläggare helst inkopplad senast: 2025-05-15 → inget', en: 'Co-handler preferably engaged by: 2025-05-15 → none' },
    ]);
  });

  it('compares routines with other units, and one without a table of ongoing responsibility', () => {
    const other = latest(loadRoutines().get('IFO_UNITS'));
    expect(impact([person('now', '2007-05-15')], other)[0]?.changes).toMatchObject([{ kind: 'UNIT', from: '2026-11-22', until: '2027-05-15', after: { outcome: 'NOT_APPLICABLE' } }, { kind: 'UNIT', from: '2027-05-15', until: null }, { kind: 'TRANSFER' }]);
  });
});
