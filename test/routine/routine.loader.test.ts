import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RoutineFileError, loadRoutines, parseRoutine, routineFolder } from '../../src/routine/routine.loader.ts';
import type { LocatedFault } from '../../src/routine/routine.loader.ts';

const fifth = readFileSync(new URL('./fifth-municipality.yaml', import.meta.url), 'utf8');

function faultsOf(text: string): readonly LocatedFault[] {
  try {
    parseRoutine(text, 'sjovik.yaml');
  } catch (error) {
    if (error instanceof RoutineFileError) return error.faults;
    throw error;
  }
  return [];
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

function changed(from: string, to: string): string {
  expect(fifth).toContain(from);
  return fifth.replace(from, to);
}

describe('routine files', () => {
  it('are all four documents in three routines', () => {
    const library = loadRoutines();
    expect([...library.keys()]).toEqual(['DISTRICT', 'IFO_UNITS', 'OSTHAMMAR']);
    expect(Object.keys(library.get('OSTHAMMAR')?.documents ?? {})).toEqual(['000', '002']);
    expect([...library.values()].map(({ rules }) => rules.size)).toEqual([119, 33, 83]);
  });

  it('say from when they are in force', () => {
    const library = loadRoutines();
    const firstDays = ['OSTHAMMAR', 'IFO_UNITS', 'DISTRICT'].map((key) => library.get(key)?.versions[0]?.from);
    expect(firstDays).toEqual(['2014-12-17', '2014-01-01', '2018-02-22']);
  });

  it('take a municipality that the program has never heard of', () => {
    expect(parseRoutine(fifth, 'sjovik.yaml').key).toBe('SJOVIK');
  });

  it.each(['osthammar.yaml', 'ifo-units.yaml', 'district.yaml'])('%s answers with each of its rows naming a rule it quotes', (file) => {
    const routine = parseRoutine(readFileSync(join(routineFolder(), file), 'utf8'), file);
    for (const version of routine.versions) {
      const rows = [version.ongoing, version.newMatter, version.coordinator].flatMap((table) => table?.rows ?? []);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.citations).toHaveLength(row.ids.length);
    }
  });
});

describe('a broken routine file is refused with line and example', () => {
  it.each([
    ['an unknown unit', 'authority: GROWN_UP, cost: GROWN_UP', 'authority: ADULTS, cost: GROWN_UP', /unknown unit ADULTS/u, /FAMILY, GROWN_UP/u],
    ['a rule that is not quoted', 'ids: [S-02]', 'ids: [S-09]', /missing citation: rule S-09/u, /S-09: \{ force/u],
    ['an age band that ends before it starts', 'fromAge: 18, beforeAge: 23', 'fromAge: 23, beforeAge: 18', /age band ends before it starts/u, /fromAge: 18/u],
    ['an age band without a day', 'fromAge: 18, beforeAge: 23', 'fromAge: 18, beforeAge: 18', /age band ends before it starts/u, /fromAge: 18/u],
    ['an unknown kind of fact', 'kind: INSTITUTION_PLACEMENT', 'kind: PRISON', /must be equal to one of the allowed values/u, /LVU_CARE/u],
    ['a word that is no condition', 'beforeAge: 23,', 'maxAge: 23,', /must NOT have additional properties "maxAge"/u, /fromAge/u],
    ['an unknown place in an explanation', '{birthday 23}', '{bithday 23}', /unknown place \{bithday 23\}/u, /birthday 20/u],
    ['an unknown document', 'document: "A1", section: Oenighet', 'document: "B2", section: Oenighet', /unknown document B2/u, /A1/u],
    ['a date that is none', 'from: 2022-03-01\n    units', 'from: 2022-02-30\n    units', /2022-02-30 is no date/u, /2014-12-17/u],
    ['an outcome that is none', 'outcome: DETERMINED, authority: FAMILY, cost: GROWN_UP', 'outcome: SURE, authority: FAMILY, cost: GROWN_UP', /allowed values/u, /DETERMINED/u],
  ])('%s', (_what, from, to, message, example) => {
    const text = changed(from, to);
    const [fault] = faultsOf(text);
    expect(fault?.message).toMatch(message);
    expect(fault?.example).toMatch(example);
    const line = text.split('\n').findIndex((_row, index, rows) => rows[index] !== fifth.split('\n')[index]) + 1;
    expect(Math.abs((fault?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(fault?.file).toBe('sjovik.yaml');
  });

  it('a row without the sentence it rests on', () => {
    const text = changed('source: { document: "A1", section: Oenighet, text: Frågan lyfts stegvis }, ', '');
    const [fault] = faultsOf(text);
    expect(fault?.message).toMatch(/missing citation: .*S-04 has no source/u);
    expect(fault?.line).toBe(lineOf(text, 'S-04: {'));
  });

  it('an id used twice', () => {
    const text = fifth.replace('      S-02: {', '      S-01: {');
    const [fault] = faultsOf(text);
    expect(fault?.message).toMatch(/used twice/u);
    expect(fault?.line).toBe(text.split('\n').findIndex((row) => row.includes('Pågående institutionsplacering till 23')) + 1);
  });

  it('a row named twice', () => {
    const [fault] = faultsOf(changed('row: after', 'row: main'));
    expect(fault?.message).toMatch(/row main is named twice/u);
  });

  it('a table with a gap', () => {
    const [fault] = faultsOf(changed('ids: [S-01]\n          answer', 'ids: [S-01]\n          when: { beforeAge: 65 }\n          answer'));
    expect(fault?.message).toMatch(/the table has a gap/u);
  });

  it('a row that no situation reaches', () => {
    const [fault] = faultsOf(changed('          when: { beforeAge: 18 }\n', ''));
    expect(fault?.message).toMatch(/no row after it is ever reached/u);
  });

  it('versions out of order', () => {
    const version = fifth.slice(fifth.indexOf('  - from:'));
    const [fault] = faultsOf(`${fifth}${version.replace('2022-03-01', '2021-01-01')}`);
    expect(fault?.message).toMatch(/versions out of order/u);
  });

  it('text that is no YAML', () => {
    expect(faultsOf('routine: [')[0]?.line).toBe(1);
  });

  it('lists everything that is wrong at once', () => {
    const text = changed('ids: [S-02]', 'ids: [S-09]').replace('to: [GROWN_UP]', 'to: [ELDERS]');
    expect(faultsOf(text).map(({ message }) => message)).toEqual([
      'missing citation: rule S-09 is not among the rules',
      'unknown unit ELDERS',
    ]);
  });
});
