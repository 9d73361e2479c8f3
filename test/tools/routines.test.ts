/** The commands on routines as an operator meets them: what changes for whom, and the printed tables. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/kernel/project-root.ts';
import { routineFolder } from '../../src/routine/routine.loader.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { Municipality } from '../support/municipality.ts';

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samordna-routines-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(tool: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const inherited = Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name] ?? '']));
  return new Promise((resolve) => {
    execFile(process.execPath, [join(findProjectRoot(), 'dist/src/tools', tool), ...args], { env: { ...inherited, DATA_DIR: folder, TODAY: '2026-11-22', ...settings } }, (failure, out, error) => {
      resolve({ status: typeof failure?.code === 'number' ? failure.code : failure === null ? 0 : 1, out, error });
    });
  });
}

describe('routines -- diff', () => {
  let database: TestDatabase;
  let town: Municipality;
  let proposal: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    const young = await town.person('alpha', { born: '2007-05-15', given: 'Kanariefågel', family: 'Hemlig' });
    await town.case('alpha/CHILD_YOUTH', young, { reference: 'T-young' });
    await town.query('update person set external_id = $2 where id = $1', [young, 'p-17']);
    const numbered = await town.person('alpha', { born: '2007-06-15' });
    await town.case('alpha/CHILD_YOUTH', numbered, { reference: 'T-numbered' });
    await town.query('update person set external_id = number where id = $1', [numbered]);
    await town.case('alpha/CHILD_YOUTH', await town.person('alpha', { born: '2007-07-15' }), { reference: 'T-closed', closedOn: '2026-01-01' });
    await town.case('beta/CHILD_YOUTH', await town.person('beta', { born: '2007-08-15' }), { reference: 'T-beta' });
    proposal = join(folder, 'proposal.yaml');
    const text = readFileSync(join(routineFolder(), 'osthammar.yaml'), 'utf8');
    writeFileSync(proposal, text.replace('          when: { beforeAge: 20 }', '          when: { beforeAge: 19 }'));
  });

  afterAll(async () => {
    await town.close();
    await database.drop();
  });

  async function diff(...args: readonly string[]): Promise<Ended> {
    return run('routines.js', ['diff', ...args], { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
  }

  it('lists whom a proposal that nobody adopted would touch, by reference and id, in both languages', async () => {
    const { status, out, error } = await diff('OSTHAMMAR', proposal, '--organisation', 'alpha');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out).toContain('Om den nya versionen gällde från 2026-11-22: 2 av 2 personer med öppna ärenden berörs.');
    expect(out).toContain('If the new version held from 2026-11-22: 2 of 2 persons with open cases are affected.');
    expect(out).toContain('T-young (p-17)\n  Ansvar från 2026-11-22 till 2027-05-15: barn och ungdom → vuxenenheten\n');
    expect(out).not.toMatch(/Kanariefågel|Hemlig|\d{8}-?\d{4}|T-closed|T-beta/u);
  });

  it('tells the same to programs, from the day that was asked for', async () => {
    const { out } = await diff('OSTHAMMAR@2026-01-01', proposal, '--organisation', 'alpha', '--as-of', '2027-05-15', '--json');
    expect(JSON.parse(out)).toMatchObject({
      organisation: 'alpha', before: 'OSTHAMMAR@2014-12-17', asOf: '2027-05-15', personsCompared: 2, personsChanged: 1, changed: { UNIT: 1 },
      persons: [{ externalId: null, references: ['T-numbered'], changes: [{ kind: 'UNIT', from: '2027-05-15', until: '2027-06-15' }, { kind: 'TRANSFER' }] }],
    });
    expect(out).not.toMatch(/\d{8}-?\d{4}"/u);
  });

  it('leaves one audit row, with the persons it told of', async () => {
    await town.query('select 1');
    const { rows: before } = await town.query(`select count(*)::int as n from audit_event`);
    await diff('OSTHAMMAR', proposal, '--organisation', 'alpha');
    const { rows } = await town.query(`select actor, operation, outcome, cardinality(person_ids) as persons, details from audit_event order by id desc limit 1`);
    const { rows: after } = await town.query(`select count(*)::int as n from audit_event`);
    expect(Number(after[0]?.['n']) - Number(before[0]?.['n'])).toBe(1);
    expect(rows).toEqual([{ actor: 'system:routines', operation: 'routine.diff', outcome: 'READ', persons: 2, details: { before: 'OSTHAMMAR@2014-12-17', after: 'proposal.yaml OSTHAMMAR@2014-12-17' } }]);
  });

  it('finds nothing between a version and itself', async () => {
    const { status, out } = await diff('OSTHAMMAR', 'OSTHAMMAR@2014-12-17', '--organisation', 'alpha');
    expect(status).toBe(0);
    expect(out).toContain('0 av 2 personer');
  });

  it.each([
    ['a routine that is none', ['ATLANTIS', 'OSTHAMMAR', '--organisation', 'alpha'], 'there is no routine ATLANTIS; there are DISTRICT, IFO_UNITS, OSTHAMMAR'],
    ['a day before the first version', ['OSTHAMMAR@2001-01-01', 'OSTHAMMAR', '--organisation', 'alpha'], 'no version was in force then; there are OSTHAMMAR@2014-12-17'],
    ['an organisation that is none', ['OSTHAMMAR', 'OSTHAMMAR', '--organisation', 'gamma'], 'there is no organisation gamma'],
    ['a date that is none', ['OSTHAMMAR', 'OSTHAMMAR', '--organisation', 'alpha', '--as-of', '2026-02-30'], 'a date is written YYYY-MM-DD'],
    ['a file that is not there', ['OSTHAMMAR', 'nowhere.yaml', '--organisation', 'alpha'], 'cannot read the file nowhere.yaml'],
    ['no organisation', ['OSTHAMMAR', 'OSTHAMMAR'], "required option '--organisation <key>' not specified"],
  ])('refuses %s in one line', async (_what, args, reason) => {
    const { status, out, error } = await diff(...args);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(error).toContain(reason);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a malformed proposal with its line', async () => {
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, readFileSync(proposal, 'utf8').replace('authority: CHILD_YOUTH', 'authority: NOBODY'));
    const { status, error } = await diff('OSTHAMMAR', bad, '--organisation', 'alpha');
    expect(status).toBe(1);
    expect(error).toMatch(/bad\.yaml:\d+: unknown unit NOBODY/u);
  });
});

describe('routines:print', () => {
  it('writes every routine as HTML and Markdown with one style sheet', async () => {
    const out = join(folder, 'printed');
    const { status, error } = await run('routines-print.js', ['--out', out]);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(readdirSync(out).sort()).toEqual(['DISTRICT.html', 'DISTRICT.md', 'IFO_UNITS.html', 'IFO_UNITS.md', 'OSTHAMMAR.html', 'OSTHAMMAR.md', 'routine.css']);
    expect(readFileSync(join(out, 'OSTHAMMAR.md'), 'utf8')).toContain('# Samordningsrutiner i Östhammars kommun / *Coordination routines of the municipality of Östhammar*');
  });

  it('prints another folder, and refuses one that is broken', async () => {
    const from = mkdtempSync(join(folder, 'from-'));
    const fifth = readFileSync(new URL('../routine/fifth-municipality.yaml', import.meta.url), 'utf8');
    writeFileSync(join(from, 'sjovik.yaml'), fifth);
    const out = join(folder, 'fifth');
    expect((await run('routines-print.js', ['--from', from, '--out', out])).status).toBe(0);
    expect(readdirSync(out)).toContain('SJOVIK.html');
    writeFileSync(join(from, 'sjovik.yaml'), fifth.replace('authority: GROWN_UP', 'authority: NOBODY'));
    const { status, error } = await run('routines-print.js', ['--from', from, '--out', out]);
    expect(status).toBe(1);
    expect(error).toContain('unknown unit NOBODY');
  });
});
