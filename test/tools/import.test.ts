/** The command as an operator runs it: on a folder of its own, with the demonstration in it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'samordna-import-'));

function run(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [join(root, 'dist/src/tools/import.js'), ...args], {
    encoding: 'utf8', cwd: folder, env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') },
  });
}

function fileOf(text: string): string {
  const file = join(folder, 'cases.csv');
  writeFileSync(file, text);
  return file;
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the import command', () => {
  const header = 'external_id;person;unit;kind;opened_on';

  it('lists every bad row in Swedish and English, and leaves with 1', () => {
    const { status, stdout } = run('--organisation', 'osthammar', fileOf(`${header}\nx1;need-yes;adult;INCOME_SUPPORT;2026-02-30\nx2;nobody;adult;SUPPORT;2026-02-01\n`));
    expect(stdout.split('\n')).toEqual([
      'cases.csv:2:opened_on: DATE_INVALID',
      '  Inget datum. Skriv ÅÅÅÅ-MM-DD, en dag som finns i kalendern.',
      '  Not a date. Write YYYY-MM-DD, a day that is in the calendar.',
      'cases.csv:3:person: PERSON_UNKNOWN',
      '  Ingen person har detta externa id.',
      '  No person has this external id.',
      '2 problem(s): nothing was written',
      '',
    ]);
    expect(status).toBe(1);
  });

  it('writes a valid file once, and says so', () => {
    const file = fileOf(`${header}\nx1;need-yes;adult;INCOME_SUPPORT;2026-02-27\n`);
    const told = [
      [['--dry-run'], 'cases.csv (cases): 1 new, 0 changed, 0 unchanged\ndry run: nothing was written\n'],
      [[], 'cases.csv (cases): 1 new, 0 changed, 0 unchanged\nimported\n'],
      [[], 'cases.csv (cases): 0 new, 0 changed, 1 unchanged\nimported\n'],
    ] as const;
    for (const [options, stdout] of told) expect(run('--organisation', 'osthammar', file, ...options)).toMatchObject({ status: 0, stdout });
  });

  it('says how it is called, where it is called otherwise', () => {
    for (const args of [[], ['--organisation', 'osthammar'], ['x.csv'], ['--unknown']]) {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain('usage: npm run --silent import -- --organisation KEY FILE');
    }
  });

  it('names a file that it cannot read, and an organisation that is not there', () => {
    expect(run('--organisation', 'osthammar', 'nowhere.csv')).toMatchObject({ status: 1, stderr: 'import: cannot read the file nowhere.csv\n' });
    const { status, stdout } = run('--organisation', 'nowhere', fileOf(`${header}\n`));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ORGANISATION_UNKNOWN\n/u);
  });
});
