/** Routines of a running service: replaced when their files change, kept as they were where a file may not be used. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isRefused, evaluateAll } from '../../src/responsibility/evaluate.ts';
import { RoutineFileError } from '../../src/routine/routine.loader.ts';
import { refusalOf, RoutineShelf } from '../../src/routine/routine.shelf.ts';

const original = readFileSync(new URL('fifth-municipality.yaml', import.meta.url), 'utf8');
const broken = original.replace('authority: GROWN_UP', 'authority: NOBODY_KNOWS');
const changed = original.replaceAll('beforeAge: 18 }', 'beforeAge: 19 }').replaceAll('{birthday 18}', '{birthday 19}');

describe('the shelf of routines', () => {
  let place: string;
  let folder: string;
  let kept: string;
  let told: string[];
  const open: RoutineShelf[] = [];

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'samordna-shelf-'));
    [folder, kept] = [join(place, 'data'), join(place, 'kept')];
    mkdirSync(folder);
    told = [];
    write(original);
  });

  afterEach(() => {
    for (const shelf of open.splice(0)) shelf.close();
    rmSync(place, { recursive: true });
  });

  function write(text: string, file = 'sjovik.yaml'): void {
    writeFileSync(join(folder, file), text);
  }

  function openShelf(): RoutineShelf {
    const log = { info: (line: string) => void told.push(line), warn: (line: string) => void told.push(line) };
    const shelf = new RoutineShelf({ folder, kept, log });
    open.push(shelf);
    return shelf;
  }

  function unitAt18(shelf: RoutineShelf): string | null {
    const [answer] = evaluateAll([{ id: 'q', routine: 'SJOVIK', ask: 'ONGOING', asOf: '2026-06-01', person: { birthDate: '2008-05-01' } }], shelf);
    if (answer === undefined || isRefused(answer)) throw new Error('no answer');
    return answer.authorityUnit;
  }

  it('answers by the files it was opened with', () => {
    const shelf = openShelf();
    expect([...shelf.keys()]).toEqual(['SJOVIK']);
    expect([shelf.size, shelf.has('SJOVIK'), [...shelf].length, [...shelf.values()].length, [...shelf.entries()].length]).toEqual([1, true, 1, 1, 1]);
    expect(shelf.warnings).toEqual([]);
    expect(unitAt18(shelf)).toBe('GROWN_UP');
  });

  it('answers by a changed file once it has been read again', () => {
    const shelf = openShelf();
    write(changed);
    shelf.reload();
    expect(unitAt18(shelf)).toBe('FAMILY');
    expect(told).toEqual(['routine SJOVIK has been read again from sjovik.yaml']);
  });

  it('takes questions in the words of the file as it is now', () => {
    const shelf = openShelf();
    const [unit, question] = ['BRIDGE', { id: 'q', routine: 'SJOVIK', ask: 'ONGOING', asOf: '2026-06-01', person: { birthDate: '2008-05-01' } }];
    const asked = [{ ...question, facts: [{ kind: 'OPEN_CASE', unit }] }];
    expect(evaluateAll(asked, shelf)).toMatchObject([{ error: { code: 'UNKNOWN_UNIT' } }]);
    write(original.replace('      GROWN_UP:', '      BRIDGE: { sv: bron, en: the bridge, kind: UNIT }\n      GROWN_UP:').replace('to: [FAMILY, GROWN_UP]', 'to: [FAMILY, GROWN_UP, BRIDGE]'));
    shelf.reload();
    expect(shelf.warnings).toEqual([]);
    expect(evaluateAll(asked, shelf)).toMatchObject([{ outcome: 'DETERMINED' }]);
  });

  it('keeps the last good version of a file that breaks, says which line is wrong, and once', () => {
    const shelf = openShelf();
    write(broken);
    shelf.reload();
    shelf.reload();
    expect(unitAt18(shelf)).toBe('GROWN_UP');
    const line = broken.split('\n').findIndex((text) => text.includes('NOBODY_KNOWS')) + 1;
    expect(shelf.warnings).toEqual([{ routine: 'SJOVIK', file: 'sjovik.yaml', line, reason: 'unknown unit NOBODY_KNOWS' }]);
    expect(told).toEqual([`sjovik.yaml:${String(line)}: unknown unit NOBODY_KNOWS; routine SJOVIK stays as it last was`]);
    write(original);
    shelf.reload();
    expect(shelf.warnings).toEqual([]);
  });

  it('starts on the last good version that an earlier run kept', () => {
    openShelf();
    write(broken);
    const second = openShelf();
    expect(unitAt18(second)).toBe('GROWN_UP');
    expect(second.warnings).toMatchObject([{ routine: 'SJOVIK', file: 'sjovik.yaml', reason: 'unknown unit NOBODY_KNOWS' }]);
  });

  it('refuses to open with a broken file of which no good version is kept, in one line', () => {
    write(broken);
    expect(openShelf).toThrow(RoutineFileError);
    try {
      openShelf();
    } catch (error) {
      if (!(error instanceof RoutineFileError)) throw error;
      expect(refusalOf(error)).toMatch(/^sjovik\.yaml:\d+: unknown unit NOBODY_KNOWS \(example: .*\); no last good version of it is kept$/u);
    }
    expect(existsSync(join(kept, 'sjovik.yaml'))).toBe(false);
  });

  it('keeps a routine whose file is gone, and leaves out a new file that is broken or says the same again', () => {
    const shelf = openShelf();
    rmSync(join(folder, 'sjovik.yaml'));
    write('routine: [', 'new.yaml');
    shelf.reload();
    expect(unitAt18(shelf)).toBe('GROWN_UP');
    expect(shelf.warnings).toMatchObject([{ routine: null, file: 'new.yaml' }, { routine: 'SJOVIK', file: 'sjovik.yaml', reason: 'the file cannot be read' }]);
    cpSync(join(kept, 'sjovik.yaml'), join(folder, 'sjovik.yaml'));
    write(original, 'twice.yaml');
    rmSync(join(folder, 'new.yaml'));
    shelf.reload();
    expect(shelf.warnings).toMatchObject([{ routine: null, file: 'twice.yaml', reason: 'routine SJOVIK is in two files' }]);
    expect(shelf.size).toBe(1);
  });

  it('notices by itself that a file has changed', async () => {
    const shelf = openShelf();
    shelf.watch();
    write(changed);
    while (unitAt18(shelf) !== 'FAMILY') await pause(20);
    expect(shelf.warnings).toEqual([]);
  });
});
