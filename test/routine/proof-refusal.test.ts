/** Broken routine files, one for each way to be broken (test/routine/broken): refused at load, with line and example. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../src/responsibility/evaluate.ts';
import { RoutineFileError, loadRoutines, parseRoutine } from '../../src/routine/routine.loader.ts';
import type { LocatedFault } from '../../src/routine/routine.loader.ts';

const folder = new URL('broken/', import.meta.url);

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
}

function faultsOf(name: string): readonly LocatedFault[] {
  try {
    parseRoutine(textOf(name), `${name}.yaml`);
  } catch (error) {
    if (error instanceof RoutineFileError) return error.faults;
    throw error;
  }
  return [];
}

function markedLine(name: string): number {
  return textOf(name).split('\n').findIndex((line) => line.endsWith('# <- here')) + 1;
}

const broken: readonly (readonly [string, RegExp, RegExp])[] = [
  ['gap', /the table has a gap: no row of ongoing answers/u, /a last row without "when"/u],
  ['overlap', /rows half grown and young of ongoing overlap with different answers, and only their order decides/u, /"unless: \["half grown"\]" in row young/u],
  ['unreachable', /row child of ongoing is never reached: row young always answers first/u, /a row that some situation reaches/u],
  ['nobody', /row young of ongoing answers with nobody: DETERMINED/u, /interim: \[RECEIVED_BY/u],
  ['unknown-unit', /unknown unit ELDERLY/u, /one of: YOUNG, GROWN/u],
  ['missing-citation', /missing citation: rule S-03 is not among the rules/u, /S-03: \{ force: NORM, source/u],
  ['no-source', /missing citation: .*S-02 has no source/u, /document/u],
  ['id-twice', /an id or key is used twice/u, /each rule id once/u],
  ['age-band', /age band ends before it starts: from 21, before 18/u, /fromAge: 18, beforeAge: 20/u],
  ['versions-out-of-order', /versions out of order: 2019-01-01 does not come after 2020-01-01/u, /versions in order of "from"/u],
];

describe('a broken routine file', () => {
  it('differs in one thing from one that is sound', () => {
    expect(faultsOf('sound')).toEqual([]);
    const files = readdirSync(folder).map((file) => file.replace('.yaml', ''));
    expect(files.sort()).toEqual(['sound', ...broken.map(([name]) => name)].sort());
  });

  it('has a gap only where somebody falls into it: rows that leave nobody out need no last row for all the rest', () => {
    const closed = textOf('gap').replace('fromAge: 18, beforeAge: 65', 'fromAge: 18');
    expect(parseRoutine(closed, 'closed.yaml').key).toBe('SMALL');
  });

  it.each(broken)('%s: is refused with its line, what is wrong and an example', (name, message, example) => {
    const [fault, ...more] = faultsOf(name);
    expect(more).toEqual([]);
    expect(fault?.file).toBe(`${name}.yaml`);
    expect(fault?.line).toBe(markedLine(name));
    expect(fault?.message).toMatch(message);
    expect(fault?.example).toMatch(example);
  });

  it.each(['gap', 'overlap', 'unreachable', 'nobody'])('%s: is shown by a person and a date, as a question', (name) => {
    const question = faultsOf(name)[0]?.question;
    const library = new Map([['SMALL', parseRoutine(textOf('sound'), 'sound.yaml')]]);
    const [answer] = evaluateAll([question], library);
    expect(answer).toMatchObject({ id: 'proof', outcome: 'DETERMINED' });
  });

  it('is refused wherever routines are loaded', () => {
    expect(() => loadRoutines(fileURLToPath(folder))).toThrow(RoutineFileError);
  });
});
